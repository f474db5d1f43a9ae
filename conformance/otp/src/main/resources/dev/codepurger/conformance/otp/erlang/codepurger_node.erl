%% One case after the other on the same node: what a case leaves behind ends before the next one, or the node is not used again.
-module(codepurger_node).

-export([new/0, reset/2]).

-include("codepurger.hrl").

%% Code that was loaded is not removed, and what is loaded makes loading slower.
-define(MOST_CASES, 600).
%% How long the end of a case may take, in milliseconds.
-define(PATIENCE, 3000).
%% More requests than this cannot be limited to, and there are never so many.
-define(NO_LIMIT, 134217727).
%% What the purger is started with.
-define(PRIORITY, high).

%% The node as it was started.
-spec new() -> #node{}.
new() ->
    _ = erts_debug:set_internal_state(available_internal_state, true),
    ok = codepurger_takeover:install(),
    % Loading one of these later would be code loading in the middle of a case, and the emulator itself calls the handler.
    ok = code:ensure_modules_loaded([codepurger_handler, codepurger_process | modules()]),
    Purger = codepurger_purger:pid(),
    ok = codepurger_seen:watch(Purger),
    #node{
        purger = Purger,
        schedulers = erlang:system_info(schedulers_online),
        online = erlang:system_info(schedulers_online),
        templates = codepurger_code:templates(),
        clients = case codepurger_client:wanted() of true -> #{}; false -> none end
    }.

modules() ->
    [codepurger_client, codepurger_code, codepurger_control, codepurger_effects, codepurger_hello, codepurger_junk, codepurger_modules, codepurger_pause,
     codepurger_processes, codepurger_purger, codepurger_rest, codepurger_seen, codepurger_stimulus, codepurger_takeover].

%% Ends the case that was, and begins another one.
-spec reset(map(), #node{}) -> {ok, #node{}} | {spent, binary()}.
reset(_, #node{spent = true}) ->
    {spent, <<"the purger of this node is not as it was">>};
reset(_, #node{number = Number}) when Number >= ?MOST_CASES ->
    {spent, <<"this node has had its share of cases">>};
reset(Request, #node{number = Number} = Node) ->
    Deadline = erlang:monotonic_time(millisecond) + ?PATIENCE,
    Node#node.effects =:= none orelse codepurger_effects:end_tracing(Node#node.purger),
    {ok, Released} = codepurger_control:release(Node),
    Freed = codepurger_pause:free_all(Released),
    maps:foreach(fun(_, #process{pid = Pid}) -> exit(Pid, kill) end, Freed#node.processes),
    lists:foreach(fun(Client) -> exit(Client, kill) end, clients(Freed)),
    case emptied(Deadline, Freed) of
        timeout ->
            {spent, <<"a process or the purger did not come to an end">>};
        Empty ->
            Offline = codepurger_pause:free_all(Empty),
            ok = priority(Empty#node.purger),
            {ok, effects(Request, limit(Request, fresh(Number + 1, codepurger_seen:drain(Offline))))}
    end.

clients(#node{clients = none}) -> [];
clients(#node{clients = Clients}) -> maps:keys(Clients).

%% The purger is as important as it was.
priority(Purger) ->
    case process_info(Purger, priority) of
        {priority, ?PRIORITY} -> ok;
        {priority, _} ->
            Ref = make_ref(),
            Purger ! {change_prio, self(), Ref, ?PRIORITY},
            receive {Ref, _} -> ok end
    end.

%% Without a limit all are asked at once, and the kill limit is that of the module.
limit(Request, Node) ->
    Limit = maps:get(<<"requests_in_flight">>, Request, ?NO_LIMIT),
    _ = erlang:system_flag(outstanding_system_requests_limit, Limit),
    Node#node{limited = Limit < ?NO_LIMIT}.

effects(#{<<"effects">> := true}, #node{purger = Purger} = Node) ->
    ok = codepurger_effects:begin_tracing(Purger),
    Node#node{effects = codepurger_effects:new()};
effects(_, Node) ->
    Node.

fresh(Number, #node{purger = Purger, schedulers = Schedulers, online = Online, templates = Templates, clients = Clients}) ->
    #node{
        purger = Purger, schedulers = Schedulers, online = Online, templates = Templates, number = Number,
        clients = case Clients of none -> none; _ -> #{} end
    }.

%% Waits until nobody is left, and the purger waits for a request.
emptied(Deadline, Node) ->
    #node{purger = Purger, processes = Processes} = Next = codepurger_seen:drain(Node),
    Look = codepurger_purger:look(Purger),
    case Look of
        {idle, waiting, 0, []} when map_size(Processes) =:= 0 -> Next;
        _ ->
            free(Look, Next),
            case erlang:monotonic_time(millisecond) > Deadline of
                true -> timeout;
                false ->
                    erlang:yield(),
                    emptied(Deadline, Next)
            end
    end.

%% A test of the purger itself goes on only if somebody says the words.
free({held, waiting, _, []}, #node{purger = Purger, own_tests = Tests}) ->
    lists:foreach(fun(Ref) -> Purger ! {continue, Ref}, Purger ! {complete, Ref} end, Tests);
free(_, _) ->
    ok.
