%% A judged process: a client, a tester, or somebody in judged code. It does what the adapter tells it, one thing after the other, and
%% throws away whatever else it gets: what the purger sends it is seen by tracing the purger.
-module(codepurger_process).

-export([start/1, ready/1, called/1, residence/1, away/1, handle/2, left/2, pending/0, dirty_wait/0]).

%% Everything that a process needs to know of itself.
-type state() :: #{adapter := pid(), where := term(), residence := waiting | busy | dirty | on_stack, _ => _}.
-export_type([state/0]).

%% How long a process is in dirty code at a time, in milliseconds: when it comes out it looks at its messages.
-define(DIRTY, 2).

%% What a spawned process runs.
-spec start(state()) -> term().
start(#{where := Where, trap_exit := Trap} = State) ->
    process_flag(trap_exit, Trap),
    process_flag(error_handler, codepurger_handler),
    begin_in(Where, State).

begin_in(nowhere, State) ->
    ready(State),
    nowhere(State);
begin_in({fun_only, Module}, State) ->
    case erlang:function_exported(Module, make_fun, 0) of
        true ->
            Held = Module:make_fun(),
            ready(State),
            nowhere(State#{held => Held});
        false -> undefined_code()
    end;
begin_in({module, Module}, State) ->
    case erlang:function_exported(Module, enter, 1) of
        true -> Module:enter(State);
        false -> undefined_code()
    end;
begin_in(undefined, _) ->
    undefined_code();
begin_in({on_load, Module}, State) ->
    put(codepurger_pending, State),
    erlang:call_on_load_function(Module),
    nowhere(State);
begin_in({'fun', Fun}, State) ->
    ready(State),
    Fun({linger, State}).

undefined_code() ->
    exit(undef).

%% The state of the process that runs an on_load function.
-spec pending() -> state().
pending() ->
    erase(codepurger_pending).

%% Tells the adapter that the process is where it should be.
-spec ready(state()) -> ok.
ready(#{adapter := Adapter}) ->
    Adapter ! {ready, self()},
    ok.

%% Tells the adapter that the fun that it was spawned on runs.
-spec called(state()) -> ok.
called(#{adapter := Adapter}) ->
    Adapter ! {called, self()},
    unbind(Adapter).

%% Whoever is paused before the adapter knows that the call has been made stays where it called. Only when it has gone from there may that
%% scheduler be taken offline.
unbind(Adapter) ->
    Adapter ! {unbound, self(), process_flag(scheduler, 0)},
    ok.

-spec residence(state()) -> waiting | busy | dirty | on_stack.
residence(#{residence := Residence}) ->
    Residence.

%% Waits outside of the code that it is going to return to.
-spec away(state()) -> {stay | leave, state()}.
away(#{dirty := Dirty} = State) ->
    receive
        Message -> handle(Message, State)
    after patience(Dirty) ->
        dirty_wait(),
        away(State)
    end.

nowhere(State) ->
    case away(State) of
        {stay, Next} -> nowhere(Next);
        % It is nowhere already.
        {leave, Next} -> nowhere(Next)
    end.

patience(true) -> 0;
patience(false) -> infinity.

%% Is in dirty code for a moment.
-spec dirty_wait() -> ok.
dirty_wait() ->
    _ = erts_debug:dirty_io(wait, ?DIRTY),
    ok.

%% After the last call into code that has been left: goes on in the current code, and if there is none, nowhere.
-spec left(module(), state()) -> term().
left(Module, #{adapter := Adapter} = State) ->
    Adapter ! {left, self()},
    case erlang:function_exported(Module, enter, 1) of
        true -> Module:enter(State);
        false -> nowhere(State#{where := nowhere})
    end.

%% Does what a message of the adapter says.
-spec handle(term(), state()) -> {stay | leave, state()}.
handle({codepurger, Order}, State) -> obey(Order, State);
handle(_FromThePurger, State) -> {stay, State}.

obey(exit, _) ->
    exit(normal);
obey(leave, #{adapter := Adapter, where := Where} = State) ->
    case Where of
        {module, _} -> {leave, State};
        {'fun', _} -> {leave, State};
        {on_load, _} -> {leave, State};
        _ ->
            Adapter ! {left, self()},
            {leave, State}
    end;
obey({call, Call, Module}, State) ->
    returned(Call, fun() -> Module:version() end, State);
obey({call_fun, Call, Fun, Scheduler}, State) ->
    process_flag(scheduler, Scheduler),
    returned(Call, fun() -> Fun(run) end, State);
obey({pause, Scheduler}, #{adapter := Adapter} = State) ->
    Adapter ! {paused, self()},
    % Nothing runs there until the adapter wants it to; then the process goes back to where all others run.
    process_flag(scheduler, Scheduler),
    process_flag(scheduler, 0),
    Adapter ! {resumed, self()},
    {stay, State}.

returned(Call, Do, #{adapter := Adapter} = State) ->
    Outcome =
        try
            Do()
        catch
            error:undef -> undef;
            error:{badfun, _} -> badfun
        end,
    Adapter ! {returned, self(), Call, Outcome},
    ok = unbind(Adapter),
    {stay, State}.
