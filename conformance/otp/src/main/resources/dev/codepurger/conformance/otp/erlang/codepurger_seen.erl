%% What is to be seen: signals to the adapter become observations, in the order in which they come. What the purger sends is seen by tracing
%% it, so that it does not matter whether the receiver is paused.
-module(codepurger_seen).

-export([watch/1, event/2, drain/1, traced/1, take/1, note/2, reference/2]).

-include("codepurger.hrl").

%% Begins to trace the purger; the adapter itself gets what is traced.
-spec watch(pid()) -> ok.
watch(Purger) ->
    Pattern = [{'_', [], [{return_trace}]}],
    1 = erlang:trace_pattern({erlang, finish_after_on_load, 2}, Pattern, [local]),
    1 = erlang:trace_pattern({erts_internal, purge_module, 2}, Pattern, [local]),
    ok = codepurger_effects:patterns(),
    1 = erlang:trace(Purger, true, [send, call]),
    ok.

%% What the harness calls a request, as a term that no other case has.
-spec reference(binary(), #node{}) -> term().
reference(Name, #node{number = Case}) ->
    {codepurger, Case, Name}.

%% Everything that has come so far.
-spec drain(#node{}) -> #node{}.
drain(Node) ->
    receive
        Event when element(1, Event) =/= codepurger_hold, not is_port(element(1, Event)) -> drain(event(Event, Node))
    after 0 -> Node
    end.

%% What was seen since this was asked last, in order.
-spec take(#node{}) -> {[map()], #node{}}.
take(#node{seen = Seen} = Node) ->
    {lists:reverse(Seen), Node#node{seen = []}}.

-spec note(map(), #node{}) -> #node{}.
note(Observation, #node{seen = Seen} = Node) ->
    Node#node{seen = [Observation | Seen]}.

%% One signal to the adapter. What the purger did before is told by its trace, which may come later than what it has brought about: as long as
%% it runs, the emulator keeps the newest part of the trace back.
-spec event(term(), #node{}) -> #node{}.
event(Event, Node) when element(1, Event) =:= trace ->
    done(Event, Node);
event(Event, #node{effects = none} = Node) ->
    seen(Event, Node);
event(Event, Node) ->
    Kept = codepurger_control:keep(Node),
    seen(Event, codepurger_control:let_go(Kept, traced(Node))).

%% All that has been traced so far, of a purger that waits or is suspended: what is asked of it here is done after what was still to be told of
%% it, by the purger itself. erlang:trace_delivered/1 waits for every scheduler there is, also for those that are offline, which takes fifty
%% times as long; and while the purger runs it does not tell everything either.
-spec traced(#node{}) -> #node{}.
traced(#node{still = true} = Node) ->
    Node;
traced(#node{purger = Purger} = Node) ->
    Ref = make_ref(),
    async = erlang:check_process_code(Purger, ?MODULE, [{async, Ref}]),
    traced(Ref, Node).

traced(Ref, Node) ->
    receive
        Event when element(1, Event) =:= trace -> traced(Ref, done(Event, Node));
        {check_process_code, Ref, _} -> Node
    end.

done(Event, #node{doings = Doings} = Node) ->
    seen(Event, Node#node{doings = Doings + 1}).

seen({'DOWN', Monitor, process, Pid, Reason}, Node) ->
    died(Monitor, Pid, reason(Reason), Node);
seen({returned, Pid, Call, Outcome}, Node) ->
    returned(Pid, Call, Outcome, Node);
seen({called, Pid}, #node{names = Names, processes = Processes} = Node) when is_map_key(Pid, Names) ->
    #{Pid := Name} = Names,
    #{Name := Process} = Processes,
    Node#node{processes = Processes#{Name := Process#process{call = none, fun_code = none}}};
seen({unbound, Pid, Cell}, #node{names = Names, processes = Processes} = Node) when is_map_key(Pid, Names) ->
    #{Pid := Name} = Names,
    case Processes of
        #{Name := #process{cell = Cell} = Process} -> Node#node{processes = Processes#{Name := Process#process{cell = 0}}};
        % It has another one since, in which it is paused.
        #{} -> Node
    end;
seen({wanted, Pid, Ref, Module, What}, Node) ->
    {Loaded, Next} = codepurger_modules:wanted(Pid, Module, What, Node),
    Pid ! {Ref, Loaded},
    Next;
seen({codepurger_client, Client, Result}, #node{clients = Clients} = Node) when is_map_key(Client, Clients) ->
    % Its answer is still to be told by the trace.
    #{Client := {Pid, Ref, none}} = Clients,
    Node#node{clients = Clients#{Client := {Pid, Ref, {result, Result}}}};
seen({trace, Purger, send, Message, To}, #node{purger = Purger} = Node) ->
    sent(Message, To, Node);
seen({trace, Purger, Kind, What}, #node{purger = Purger} = Node) ->
    module_event(Kind, What, codepurger_effects:event({Kind, What}, Node));
seen({trace, Purger, Kind, What, Result}, #node{purger = Purger} = Node) ->
    module_result(Kind, What, Result, codepurger_effects:event({Kind, What, Result}, Node));
seen(_, Node) ->
    Node.

%% What the purger does to modules.
module_event(call, {erlang, finish_after_on_load, [Module, Keep]}, Node) -> Node#node{calling = {finish, Module, Keep}};
module_event(call, {erts_internal, purge_module, [Module, Operation]}, Node) -> Node#node{calling = {purge, Module, Operation}};
module_event(_, _, Node) -> Node.

module_result(return_from, {Module, Function, 2}, Result, #node{calling = Calling} = Node)
        when Module =:= erts_internal, Function =:= purge_module; Module =:= erlang, Function =:= finish_after_on_load ->
    codepurger_modules:done(Calling, Result, Node#node{calling = none});
module_result(_, _, _, Node) ->
    Node.

reason({undef, _}) -> undef;
reason({{badfun, _}, _}) -> badfun;
reason(Reason) when is_atom(Reason) -> Reason;
reason(_) -> crashed.

died(Monitor, Pid, Reason, #node{names = Names, processes = Processes} = Node) ->
    case Names of
        #{Pid := Name} ->
            #{Name := #process{monitor = Monitor}} = Processes,
            Rest = Node#node{names = maps:remove(Pid, Names), processes = maps:remove(Name, Processes)},
            note(#{<<"name">> => down, <<"process">> => Name, <<"reason">> => Reason}, Rest);
        #{} ->
            Node
    end.

returned(Pid, Call, Outcome, #node{names = Names, processes = Processes} = Node) ->
    case Names of
        #{Pid := Name} ->
            #{Name := Process} = Processes,
            Next = Node#node{processes = Processes#{Name := Process#process{call = none, fun_code = none}}},
            Version = codepurger_modules:version(Outcome, Node),
            note(#{<<"name">> => returned, <<"call">> => Call, <<"outcome">> => Version}, Next);
        #{} ->
            % It has died since, and has returned all the same.
            note(#{<<"name">> => returned, <<"call">> => Call, <<"outcome">> => codepurger_modules:version(Outcome, Node)}, Node)
    end.

sent({reply, Kind, _, _}, To, #node{clients = Clients} = Node) when is_map_key(To, Clients) ->
    {{Pid, Ref, Known}, Rest} = maps:take(To, Clients),
    case codepurger_client:returned(To, Known) of
        {result, Result} -> sent({reply, Kind, Result, Ref}, Pid, Node#node{clients = Rest});
        none -> Node
    end;
sent({reply, Kind, Result, {codepurger, Case, Name}}, To, #node{number = Case} = Node) ->
    told(To, #{<<"name">> => replied, <<"request">> => Name, <<"kind">> => Kind, <<"result">> => result(Result)}, Node);
sent({test_purge, Result, {codepurger, Case, Name}}, To, #node{number = Case} = Node) ->
    told(To, #{<<"name">> => replied, <<"request">> => Name, <<"kind">> => test_purge, <<"result">> => result(Result)}, Node);
sent({{codepurger, Case, Name}, Before}, To, #node{number = Case} = Node) ->
    told(To, #{<<"name">> => replied, <<"request">> => Name, <<"kind">> => change_prio, <<"result">> => Before}, Node);
sent({Word, {codepurger, Case, Name}}, To, #node{number = Case} = Node) when Word =:= started; Word =:= continued ->
    told(To, #{<<"name">> => Word, <<"ref">> => Name}, Node);
sent(_, _, Node) ->
    Node.

%% Only what a judged process gets is seen.
told(To, Observation, #node{names = Names} = Node) when is_map_key(To, Names) ->
    note(Observation, Node);
told(_, _, Node) ->
    Node.

result({WasOld, Killed}) when is_boolean(WasOld) -> #{<<"was_old">> => WasOld, <<"killed">> => Killed};
result({error, Reason}) -> Reason;
result(Result) -> Result.
