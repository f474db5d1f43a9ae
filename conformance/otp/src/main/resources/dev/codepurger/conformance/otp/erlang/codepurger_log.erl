%% The log of the purger: what is traced of it, as JSON, one event a line, in the order in which it happened. docs/reference/purger-log.md says
%% what an event is; here is what it is made of.
-module(codepurger_log).

-export([trace/2, new/0, event/2, header/2]).

-record(log, {
    %% The arguments of a call whose result is part of the event.
    called = none :: none | {mfa() | atom(), [term()]}
}).

-define(RETURNING, [
    {erts_internal, purge_module, 2}, {erlang, finish_after_on_load, 2}, {erlang, monitor, 2}, {erlang, process_flag, 2}, {erlang, processes, 0}
]).
-define(CALLED, [
    {erlang, exit, 2}, {erlang, demonitor, 2}, {erts_internal, request_system_task, 3}, {erts_code_purger, handle_request, 2},
    {erts_code_purger, cpc_receive, 4}
]).

%% Everything that the purger does from now on is told to the tracer.
-spec trace(pid(), pid()) -> ok.
trace(Purger, Tracer) ->
    [1 = erlang:trace_pattern(Function, [{'_', [], [{return_trace}]}], [local]) || Function <- ?RETURNING],
    [1 = erlang:trace_pattern(Function, true, [local]) || Function <- ?CALLED],
    1 = erlang:trace(Purger, true, [send, 'receive', call, {tracer, Tracer}]),
    ok.

%% What stands at the beginning of a log.
-spec header(pid(), map()) -> iodata().
header(Purger, Facts) ->
    line(Facts#{
        <<"log">> => 1,
        <<"purger">> => term(Purger),
        <<"otp">> => list_to_binary(erlang:system_info(otp_release)),
        <<"erts">> => list_to_binary(erlang:system_info(version))
    }).

-spec new() -> #log{}.
new() ->
    #log{}.

%% The line for an event of the trace, or none.
-spec event(term(), #log{}) -> {none | iodata(), #log{}}.
event({trace, _, 'receive', timeout}, Log) ->
    {none, Log};
event({trace, _, 'receive', Message}, Log) ->
    {line('receive', #{<<"message">> => term(Message)}), Log};
event({trace, _, Send, Message, To}, Log) when Send =:= send; Send =:= send_to_non_existing_process ->
    {line(send, #{<<"to">> => term(To), <<"message">> => term(Message)}), Log};
event({trace, _, call, {Module, Function, Arguments}}, Log) ->
    call({Module, Function}, Arguments, Log);
event({trace, _, return_from, _, Result}, #log{called = {Function, Arguments}} = Log) ->
    {returned(Function, Arguments, Result), Log#log{called = none}};
event(_, Log) ->
    {none, Log}.

call({erts_code_purger, handle_request}, [Message, Saved], Log) ->
    {line(take, #{<<"message">> => term(Message), <<"saved">> => terms(Saved)}), Log};
call({erts_code_purger, cpc_receive}, Arguments, Log) ->
    {line(check, check(Arguments)), Log};
call({erts_internal, request_system_task}, [Pid, _, {check_process_code, {Tag, Asked}, Module}], Log) ->
    {line(request, #{<<"process">> => term(Pid), <<"tag">> => term({Tag, Asked}), <<"module">> => term(Module)}), Log};
call({erlang, exit}, [Pid, Reason], Log) ->
    {line(exit, #{<<"process">> => term(Pid), <<"reason">> => term(Reason)}), Log};
call({erlang, demonitor}, [Monitor, Options], Log) ->
    {line(demonitor, #{<<"monitor">> => term(Monitor), <<"options">> => terms(Options)}), Log};
call(Function, Arguments, Log) ->
    {none, Log#log{called = {Function, Arguments}}}.

returned({erts_internal, purge_module}, [Module, Operation], Result) ->
    line(Operation, #{<<"module">> => term(Module), <<"result">> => term(Result)});
returned({erlang, finish_after_on_load}, [Module, Keep], _) ->
    line(finish, #{<<"module">> => term(Module), <<"keep">> => term(Keep)});
returned({erlang, monitor}, [process, Pid], Monitor) ->
    line(monitor, #{<<"process">> => term(Pid), <<"monitor">> => term(Monitor)});
returned({erlang, process_flag}, [priority, Priority], Before) ->
    line(priority, #{<<"priority">> => term(Priority), <<"before">> => term(Before)});
returned({erlang, processes}, [], Pids) ->
    line(snapshot, #{<<"processes">> => terms(Pids)}).

%% The arguments of cpc_receive/4 are all that a check knows. They have other forms where requests in flight are limited.
check([Static, Requests, Kill, Saved]) ->
    {cpc_static, Hard, Module, Tag, Older} = without(Static, 6),
    {Open, Left} = case Requests of
        {_, _} -> Requests;
        _ -> {Requests, []}
    end,
    {cpc_kill, Outstanding, Count, Waiting, Killed} = without(Kill, 4, 6),
    #{
        <<"hard">> => term(Hard), <<"module">> => term(Module), <<"tag">> => term(Tag),
        <<"open">> => Open, <<"left">> => length(Left),
        <<"outstanding">> => terms(Outstanding), <<"kills">> => Count, <<"waiting">> => terms(Waiting), <<"killed">> => term(Killed),
        <<"saved">> => terms(Older ++ lists:reverse(Saved))
    }.

%% The limits are no part of what a check knows.
without(Tuple, Place) when tuple_size(Tuple) =:= Place -> erlang:delete_element(Place, Tuple);
without(Tuple, _) -> Tuple.

without(Tuple, Place, Size) when tuple_size(Tuple) =:= Size -> erlang:delete_element(Place, Tuple);
without(Tuple, _, _) -> Tuple.

line(Event, Fields) ->
    line(Fields#{<<"event">> => Event}).

line(Fields) ->
    [codepurger_json:encode(Fields), $\n].

terms(List) ->
    [term(One) || One <- List].

%% A tuple is a list; pids and references are strings as Erlang writes them, with a < or a #; atoms are strings; everything else stands in an object.
term(Truth) when is_boolean(Truth) -> Truth;
term(Number) when is_integer(Number) -> Number;
term(Tuple) when is_tuple(Tuple) -> terms(tuple_to_list(Tuple));
term(Pid) when is_pid(Pid) -> list_to_binary(pid_to_list(Pid));
term(Ref) when is_reference(Ref) -> list_to_binary(ref_to_list(Ref));
term(Atom) when is_atom(Atom) ->
    case atom_to_binary(Atom) of
        <<C, _/binary>> when C =:= $<; C =:= $# -> other(Atom);
        Text -> Text
    end;
term(Term) -> other(Term).

other(Term) ->
    #{<<"term">> => iolist_to_binary(io_lib:format("~0tp", [Term]))}.
