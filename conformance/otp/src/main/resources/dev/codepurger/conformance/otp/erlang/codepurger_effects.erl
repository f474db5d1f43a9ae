%% The effects of the purger, from what is traced of it: its calls and what they return, and the messages that it takes. It takes messages in
%% three ways: when it waits for a request, and in a check, it takes every one; in a handshake it leaves those that do not fit where they are.
%% Which one it has taken shows in the calls of its functions handle_request/2 and cpc_receive/4, and in what comes after test_progress/4.
-module(codepurger_effects).

-export([patterns/0, begin_tracing/1, end_tracing/1, new/0, event/2]).

-include("codepurger.hrl").

-record(effects, {
    phase = idle :: idle | handshake | asking | check,
    %% Messages that were fetched, and not taken yet, the oldest first.
    inbox = [] :: [term()],
    %% The tag of the check, and the monitors of those who were killed in it.
    tag = none :: term(),
    kills = #{} :: #{reference() => pid()},
    %% How many requests the check has saved.
    saved = 0 :: non_neg_integer(),
    %% Those who are not judged, and the purger, that were asked and have not answered. The purger stands for all of them: its answer is shown
    %% when the last of them has come, because the check is open until then.
    others = 0 :: non_neg_integer(),
    %% What was done last shows that the message was taken already, for which the next call of cpc_receive stands.
    ahead = false :: boolean(),
    %% Whom the purger monitors next, and the handshake's own monitor.
    monitoring = none :: none | pid(),
    watch = none :: none | reference(),
    word = none :: none | {continue | complete, term()},
    %% Calls that have not returned, the innermost first.
    calls = [] :: [mfa() | term()]
}).

%% What is traced besides what is always.
-spec patterns() -> ok.
patterns() ->
    Returning = [{'_', [], [{return_trace}]}],
    [1 = erlang:trace_pattern(Function, Returning, [local]) || Function <- [{erlang, processes, 0}, {erlang, monitor, 2}]],
    [1 = erlang:trace_pattern(Function, true, [local]) || Function <- [{erlang, exit, 2}, {erts_internal, request_system_task, 3}]],
    [1 = erlang:trace_pattern({erts_code_purger, Name, Arity}, true, [local])
        || {Name, Arity} <- [{handle_request, 2}, {cpc_receive, 4}, {test_progress, 4}]],
    ok.

%% The purger is traced for the rest of the case. The calls are traced always: the flag is set for the process once.
-spec begin_tracing(pid()) -> ok.
begin_tracing(Purger) ->
    1 = erlang:trace(Purger, true, ['receive']),
    ok.

-spec end_tracing(pid()) -> ok.
end_tracing(Purger) ->
    1 = erlang:trace(Purger, false, ['receive']),
    ok.

-spec new() -> #effects{}.
new() ->
    #effects{}.

%% One event of the trace of the purger.
-spec event(term(), #node{}) -> #node{}.
event(_, #node{effects = none} = Node) ->
    Node;
event({'receive', timeout}, Node) ->
    % No message: what demonitor looks for is not there.
    Node;
event({'receive', Message}, #node{effects = #effects{phase = idle}, blind = true} = Node) ->
    judge(Message, Node);
event({'receive', Message}, #node{effects = #effects{phase = Phase, inbox = Inbox} = Effects, blind = Blind} = Node) ->
    Next = Node#node{effects = Effects#effects{inbox = Inbox ++ [Message]}},
    case Blind andalso Phase =:= check of
        true -> consumed(would_save(Message), Next);
        false -> Next
    end;
event({call, {Module, Function, Arguments}}, Node) ->
    call({Module, Function}, Arguments, Node);
event({return_from, {Module, Function, _}, Result}, Node) ->
    returned({Module, Function}, Result, Node);
event(_, Node) ->
    Node.

call({erts_code_purger, handle_request}, [Message, _Rest], Node) ->
    Idle = between(Node),
    judge(Message, taken(Message, set(fun(E) -> E#effects{phase = idle} end, Idle)));
call({erts_code_purger, cpc_receive}, Arguments, #node{effects = #effects{phase = asking}} = Node) ->
    set(fun(E) -> E#effects{phase = check, ahead = false, saved = saved(Arguments)} end, Node);
call({erts_code_purger, cpc_receive}, _, #node{effects = #effects{ahead = true}} = Node) ->
    set(fun(E) -> E#effects{ahead = false} end, Node);
call({erts_code_purger, cpc_receive}, Arguments, #node{effects = #effects{saved = Before}} = Node) ->
    Saved = saved(Arguments),
    consumed(Saved > Before, set(fun(E) -> E#effects{saved = Saved} end, Node));
call({erts_code_purger, test_progress}, [State, _, Ref, ok], Node) ->
    Next = between(Node),
    set(fun(E) -> E#effects{phase = handshake, word = {word(State), Ref}, watch = none} end, Next);
call({erts_code_purger, test_progress}, _, Node) ->
    set(fun(E) -> E#effects{phase = idle} end, between(Node));
call({erts_internal, purge_module}, [Module, Operation], Node) ->
    Next = between(Node),
    set(fun(#effects{calls = Calls} = E) -> E#effects{phase = idle, calls = [{purge, Module, Operation} | Calls]} end, operation(Operation, Module, Next));
call({erlang, finish_after_on_load}, [Module, Keep], Node) ->
    show(finished, #{<<"module">> => module(Module, Node), <<"keep">> => Keep}, push(finish, Node));
call({erlang, processes}, [], Node) ->
    between(Node);
call({erlang, monitor}, [process, Pid], Node) ->
    set(fun(E) -> E#effects{monitoring = Pid} end, ahead(Node));
call({erlang, exit}, [Pid, _Kill], Node) ->
    on_process(kill_issued, Pid, #{}, ahead(Node));
call({erts_internal, request_system_task}, [Pid, _, {check_process_code, {Tag, Pid}, _}], #node{blind = Blind} = Node) ->
    Phase = case Blind of true -> check; false -> asking end,
    Asked = set(fun(#effects{tag = Last, others = Others} = E) ->
        Open = case Tag of Last -> Others; _ -> 0 end,
        E#effects{phase = Phase, tag = Tag, others = Open + is_other(Pid, Node)}
    end, Node),
    on_process(requested, Pid, #{}, Asked);
call(_, _, Node) ->
    Node.

%% What is done in a check is done because of a message.
ahead(#node{effects = #effects{phase = check, ahead = false}, blind = false} = Node) ->
    set(fun(E) -> E#effects{ahead = true} end, consumed(Node));
ahead(Node) ->
    Node.

word(started) -> continue;
word(continued) -> complete.

push(What, Node) ->
    set(fun(#effects{calls = Calls} = E) -> E#effects{calls = [What | Calls]} end, Node).

operation(complete, Module, Node) -> show(completed, #{<<"module">> => module(Module, Node)}, Node);
operation(abort, Module, Node) -> show(aborted, #{<<"module">> => module(Module, Node)}, Node);
operation(_, _, Node) -> Node.

returned({erts_internal, purge_module}, Result, #node{effects = #effects{calls = [{purge, Module, Operation} | Rest]}} = Node) ->
    Next = set(fun(E) -> E#effects{calls = Rest} end, Node),
    case Operation of
        prepare -> show(prepared, #{<<"module">> => module(Module, Node), <<"old">> => Result}, Next);
        prepare_on_load when Result -> show(prepared_on_load, #{<<"module">> => module(Module, Node)}, Next);
        _ -> Next
    end;
returned({erlang, finish_after_on_load}, _, #node{effects = #effects{calls = [finish | Rest]}} = Node) ->
    set(fun(E) -> E#effects{calls = Rest} end, Node);
returned({erlang, processes}, Pids, Node) ->
    Names = lists:sort([Name || Pid <- Pids, Name <- name(Pid, Node)]),
    show(snapshot, #{<<"processes">> => Names}, Node);
returned({erlang, monitor}, Monitor, #node{effects = #effects{phase = check, monitoring = Pid}} = Node) ->
    Next = set(fun(#effects{kills = Kills} = E) -> E#effects{kills = Kills#{Monitor => Pid}} end, Node),
    on_process(monitored, Pid, #{}, Next);
returned({erlang, monitor}, Monitor, #node{effects = #effects{phase = handshake}} = Node) ->
    set(fun(E) -> E#effects{watch = Monitor} end, Node);
returned(_, _, Node) ->
    Node.

%% ------------------------------------------------------------------------------------------------------------ messages

%% Something new begins. A handshake that was waited for has ended with the first message that fits, and a check may have ended with one. With
%% its word the purger also takes back its monitor, and whatever has come of that.
between(#node{effects = #effects{phase = handshake, inbox = Inbox, word = Word, watch = Watch}} = Node) ->
    Fits = fun
        ({'DOWN', Monitor, process, _, _}) -> Monitor =:= Watch;
        (Message) -> Message =:= Word
    end,
    Left = case lists:splitwith(fun(One) -> not Fits(One) end, Inbox) of
        {Before, [Word | After]} -> [One || One <- Before ++ After, not Fits(One) orelse One =:= Word];
        {Before, [_ | After]} -> Before ++ After;
        {All, []} -> All
    end,
    set(fun(E) -> E#effects{phase = idle, inbox = Left, word = none, watch = none} end, Node);
between(#node{effects = #effects{phase = check, tag = Tag, inbox = [{check_process_code, {Tag, _}, true} | _]}} = Node) ->
    % The answer with which a soft check ends.
    set(fun(E) -> E#effects{phase = idle} end, consumed(Node));
between(#node{effects = #effects{phase = Phase}} = Node) when Phase =:= check; Phase =:= asking ->
    set(fun(E) -> E#effects{phase = idle} end, Node);
between(Node) ->
    Node.

%% How many requests a check has saved is the length of its last argument.
saved(Arguments) ->
    length(lists:last(Arguments)).

%% A check has taken a message, which was no request.
consumed(Node) ->
    consumed(false, Node).

consumed(_, #node{effects = #effects{inbox = []}} = Node) ->
    Node;
consumed(Saved, #node{effects = #effects{inbox = [Message | Rest], tag = Tag, kills = Kills}} = Node) ->
    Next = set(fun(E) -> E#effects{inbox = Rest} end, Node),
    case Message of
        {check_process_code, {Tag, Pid}, Refers} ->
            answered(Pid, Refers, is_other(Pid, Node), Next);
        {'DOWN', Monitor, process, Pid, _} when is_map_key(Monitor, Kills) ->
            on_process(killed, Pid, #{}, set(fun(E) -> E#effects{kills = maps:remove(Monitor, Kills)} end, Next));
        {change_prio, From, _, _} when is_pid(From) ->
            Next;
        _ ->
            what(case Saved of true -> saved; false -> dropped end, Message, Next)
    end.

answered(Pid, Refers, 0, Node) ->
    on_process(answered, Pid, #{<<"refers">> => Refers}, Node);
answered(Pid, true, 1, Node) ->
    % Only the purger can: nobody else is in judged code.
    on_process(answered, Pid, #{<<"refers">> => true}, Node);
answered(_, false, 1, #node{purger = Purger, effects = #effects{others = Others}} = Node) ->
    Next = set(fun(E) -> E#effects{others = Others - 1} end, Node),
    case Others of
        1 -> on_process(answered, Purger, #{<<"refers">> => false}, Next);
        _ -> Next
    end.

%% 1 for the purger and those who are not judged.
is_other(Pid, #node{purger = Pid}) -> 1;
is_other(Pid, #node{known = Known}) when is_map_key(Pid, Known) -> 0;
is_other(_, _) -> 1.

%% What is saved where its state cannot be seen.
would_save(Message) when is_tuple(Message), tuple_size(Message) > 0 ->
    Tag = element(1, Message),
    Tag =:= purge orelse Tag =:= soft_purge orelse Tag =:= test_purge;
would_save(_) ->
    false.

%% An idle purger has taken a message, or one that was saved.
taken(Message, #node{effects = #effects{inbox = [Message | Rest]}} = Node) ->
    set(fun(E) -> E#effects{inbox = Rest} end, Node);
taken(_, Node) ->
    Node.

%% What is no request is dropped.
judge({Tag, Module, From, _}, Node) when Tag =:= purge orelse Tag =:= soft_purge, is_atom(Module), is_pid(From) -> Node;
judge({finish_after_on_load, {Module, Keep}, From, _}, Node) when is_atom(Module), is_boolean(Keep), is_pid(From) -> Node;
judge({test_purge, Module, From, _Type, _}, Node) when is_atom(Module), is_pid(From) -> Node;
judge({change_prio, From, _, _}, Node) when is_pid(From) -> Node;
judge(Message, Node) -> what(dropped, Message, Node).

what(Effect, Message, Node) ->
    show(Effect, #{<<"what">> => tag(Message)}, Node).

tag(Message) when is_tuple(Message), tuple_size(Message) > 0 ->
    Tag = element(1, Message),
    Known = [purge, soft_purge, test_purge, finish_after_on_load, continue, complete, check_process_code, 'DOWN'],
    case lists:member(Tag, Known) of
        true -> Tag;
        false -> garbage
    end;
tag(_) ->
    garbage.

%% ------------------------------------------------------------------------------------------------------------ showing

set(Change, #node{effects = Effects} = Node) ->
    Node#node{effects = Change(Effects)}.

%% What concerns a process that is not judged is not shown.
on_process(Effect, Pid, Parts, Node) ->
    case name(Pid, Node) of
        [Name] -> show(Effect, Parts#{<<"process">> => Name}, Node);
        [] -> Node
    end.

name(Pid, #node{purger = Pid}) -> [<<"purger">>];
name(Pid, #node{known = Known}) ->
    case Known of
        #{Pid := Name} when is_binary(Name) -> [Name];
        #{} -> []
    end.

module(Atom, #node{modules = Modules}) ->
    case [Name || {Name, #module{name = One}} <- maps:to_list(Modules), One =:= Atom] of
        [Name] -> Name;
        [] -> atom_to_binary(Atom)
    end.

show(Effect, Parts, Node) ->
    codepurger_seen:note(#{<<"name">> => effect, <<"effect">> => Parts#{<<"name">> => Effect}}, Node).
