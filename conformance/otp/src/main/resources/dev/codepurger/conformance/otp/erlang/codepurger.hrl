%% A judged process, as the adapter knows it.
-record(process, {
    pid :: pid(),
    monitor :: reference(),
    %% The scheduler of its own that it is kept on while it is paused, or may have to be kept on; 0 if it runs where all others do.
    cell = 0 :: non_neg_integer(),
    paused = false :: boolean(),
    suspended = false :: boolean(),
    %% It has been told to exit.
    exiting = false :: boolean(),
    %% The call that it is in, and the code of the fun that it calls.
    call = none :: none | spawned | binary(),
    fun_code = none :: none | {binary(), non_neg_integer()},
    %% It was paused as a suspended caller, and the purge has not ended since.
    kept_caller = false :: boolean(),
    %% It never waits: it is busy, or in dirty code again and again.
    restless = false :: boolean()
}).

%% A judged module, as the adapter knows it.
-record(module, {
    name :: module(),
    versions = 0 :: non_neg_integer(),
    current = none :: none | non_neg_integer(),
    old = none :: none | non_neg_integer(),
    pending = none :: none | non_neg_integer(),
    %% What was old before failed code took its place; none if none has.
    aside = none :: none | {code, none | non_neg_integer()},
    %% Which version of a piece of code is the newest, and whether it was made with an on_load function.
    newest = #{} :: #{non_neg_integer() => pos_integer()},
    kinds = #{} :: #{non_neg_integer() => plain | on_load},
    offered = false :: boolean(),
    purging = false :: boolean()
}).

%% A case on the node.
-record(node, {
    purger :: pid(),
    %% How many schedulers the system runs on; those behind them are for paused processes.
    schedulers :: pos_integer(),
    templates :: map(),
    number = 0 :: non_neg_integer(),
    codes = 0 :: non_neg_integer(),
    processes = #{} :: #{binary() => #process{}},
    names = #{} :: #{pid() => binary()},
    %% The same, with those who are dead, and those who help to pause.
    known = #{} :: #{pid() => binary() | hog},
    modules = #{} :: #{binary() => #module{}},
    funs = #{} :: #{binary() => {fun(), binary(), non_neg_integer()}},
    %% What was seen and not told yet, the newest first.
    seen = [] :: [map()],
    %% Tests that the purger itself was named for: nobody else can end them.
    own_tests = [] :: [term()],
    held = false :: boolean(),
    %% The purger waits for a request, all that was traced of it has come, and no message has been sent to it since, nor could any have
    %% been: it has done nothing.
    still = true :: boolean(),
    hogs = #{} :: #{pos_integer() => pid()},
    online :: pos_integer(),
    %% Something has been asked for that may take the node down.
    risky = false :: boolean(),
    %% The purger is no longer as it was: the node must not be used for another case.
    spent = false :: boolean(),
    %% How much the purger has been seen to do.
    doings = 0 :: non_neg_integer(),
    %% What the purger has called and not come back from.
    calling = none :: none | {finish, module(), boolean()} | {purge, module(), atom()},
    effects = none :: term(),
    %% Who makes a request by calling a function, with who that is for, what the harness calls it, and what the function has returned already;
    %% none if requests are messages.
    clients = none :: none | #{pid() => {pid(), term(), none | {result, term()}}},
    %% Requests in flight are limited.
    limited = false :: boolean(),
    %% The functions of the purger can no longer be traced, since other code of it has been loaded.
    blind = false :: boolean()
}).
