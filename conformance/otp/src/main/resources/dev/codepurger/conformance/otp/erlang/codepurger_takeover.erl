%% Puts a given erts_code_purger in the place of the one that the emulator was built with. That one never looks for new code of its own while it
%% has something to do, and the emulator lets no other process do its work; so the process has to be brought to leave its code. It leaves it for
%% a moment whenever it takes back a monitor that has fired already: the emulator then has it call a function of erts_internal, and of that
%% module another version can be loaded, the door. It was compiled by codepurger_given, and is gone before the given purger begins.
-module(codepurger_takeover).

-export([install/0, code/0, door/0, inside/0]).

%% How long the given purger may take to begin, in milliseconds.
-define(PATIENCE, 5000).

%% Puts the given purger in place, if there is one.
-spec install() -> ok.
install() ->
    case folder() of
        none -> ok;
        Folder -> install(Folder, codepurger_purger:pid())
    end.

%% The code of the purger that runs, to be loaded once more.
-spec code() -> binary().
code() ->
    case folder() of
        none -> own(erts_code_purger);
        Folder -> read(Folder, erts_code_purger)
    end.

%% Where the compiled purger and the door are.
folder() ->
    case init:get_argument(codepurger_given) of
        {ok, [[Folder]]} -> Folder;
        error -> none
    end.

install(Folder, Purger) ->
    load(erts_internal, read(Folder, erts_internal)),
    ok = lure(Purger),
    removed(erts_internal, Purger),
    load(erts_internal, own(erts_internal)),
    removed(erts_internal, Purger),
    load(erts_code_purger, read(Folder, erts_code_purger)),
    removed(erts_code_purger, Purger),
    Purger ! {?MODULE, begin_given},
    begun(Purger, erlang:monotonic_time(millisecond) + ?PATIENCE).

own(Module) ->
    read(code:lib_dir(erts, ebin), Module).

read(Folder, Module) ->
    {ok, Code, _} = erl_prim_loader:get_file(filename:join(Folder, atom_to_list(Module) ++ ".beam")),
    Code.

load(Module, Code) ->
    case erlang:load_module(Module, Code) of
        {module, Module} -> ok;
        {error, Reason} -> throw({cannot, iolist_to_binary(io_lib:format("~ts cannot be loaded: ~ts", [Module, reason(Reason)]))})
    end.

reason(on_load) -> "it has an on_load function, which the emulator's own may not have";
reason(Reason) -> io_lib:format("~tp", [Reason]).

%% ------------------------------------------------------------------------------------------------------------ through the door

%% A test of the purger in which the tester dies just after its word: the purger has the word, and the news of the death behind it.
lure(Purger) ->
    Adapter = self(),
    Ref = make_ref(),
    Tester = spawn(fun() -> tester(Adapter, Ref) end),
    Purger ! {test_purge, codepurger_nothing, Tester, true, Ref},
    receive {Ref, started} -> ok end,
    until(fun() -> codepurger_purger:look(Purger) =:= {held, waiting, 0, [Tester]} end),
    true = erlang:suspend_process(Purger),
    Purger ! {continue, Ref},
    exit(Tester, kill),
    until(fun() -> process_info(Purger, message_queue_len) =:= {message_queue_len, 2} end),
    true = erlang:resume_process(Purger),
    until(fun() -> process_info(Purger, current_function) =:= {current_function, {?MODULE, inside, 0}} end).

tester(Adapter, Ref) ->
    receive {started, Ref} -> Adapter ! {Ref, started} end,
    receive after infinity -> ok end.

until(Done) ->
    case Done() of
        true -> ok;
        false ->
            erlang:yield(),
            until(Done)
    end.

%% Called by whoever flushes the messages of a monitor. If it is the purger it does not go back.
-spec door() -> ok.
door() ->
    case codepurger_purger:pid() =:= self() of
        true -> erlang:hibernate(?MODULE, inside, []);
        false -> ok
    end.

%% What the purger does now. Only this process may remove code; it knows that nobody uses what it is told to remove.
-spec inside() -> no_return().
inside() ->
    receive
        {?MODULE, From, remove, Module} ->
            true = erts_internal:purge_module(Module, prepare),
            true = erts_internal:purge_module(Module, complete),
            From ! {?MODULE, removed, Module},
            inside();
        {?MODULE, begin_given} ->
            emptied()
    end.

emptied() ->
    receive
        _ -> emptied()
    after 0 ->
        % It registers itself, and is to begin as any process does.
        true = unregister(erts_code_purger),
        process_flag(trap_exit, false),
        erts_code_purger:start()
    end.

removed(Module, Purger) ->
    [] = [Pid || Pid <- processes(), Pid =/= Purger, erlang:check_process_code(Pid, Module)],
    Purger ! {?MODULE, self(), remove, Module},
    receive {?MODULE, removed, Module} -> ok end.

%% Waits until the given purger waits for a request.
begun(Purger, Deadline) ->
    case codepurger_purger:pid() =:= Purger andalso codepurger_purger:look(Purger) of
        {idle, waiting, 0, []} ->
            ok;
        _ ->
            case erlang:monotonic_time(millisecond) > Deadline of
                false ->
                    erlang:yield(),
                    begun(Purger, Deadline);
                true ->
                    throw({cannot, iolist_to_binary(io_lib:format("erts_code_purger:start/0 does not ~ts within ~b ms", [lacks(), ?PATIENCE]))})
            end
    end.

lacks() ->
    case codepurger_purger:pid() of
        undefined -> "register itself as erts_code_purger";
        _ -> "come to wait in wait_for_request/0"
    end.
