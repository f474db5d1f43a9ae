%% Does what a stimulus says, and answers with its response.
-module(codepurger_stimulus).

-export([apply/3]).

-include("codepurger.hrl").

-define(PURGER, <<"purger">>).

%% Answers with a response and what was seen before the stimulus took effect, and gives what waits until the answer is out.
-type respond() :: fun((atom() | boolean(), [map()]) -> fun(() -> ok)).

-spec apply(map(), respond(), #node{}) -> #node{}.
apply(#{<<"name">> := <<"hold">>}, Respond, Began) ->
    % It takes effect when the purger comes to its next receive; what is seen until then came before.
    {Response, Held} = codepurger_control:hold(Began),
    {Before, Next} = codepurger_seen:take(codepurger_seen:drain(codepurger_seen:traced(Held))),
    respond(Response, Before, Respond, Next);
apply(#{<<"name">> := Name} = Stimulus, Respond, Began) ->
    Called = called(Stimulus, Began),
    Kept = codepurger_control:keep(Called),
    {Before, Node} = codepurger_seen:take(so_far(Called)),
    Done = case send(Name, Stimulus, Node) of
        {Message, Next} -> sent(Message, Before, Respond, Next#node{still = false});
        no_effect -> respond(no_effect, Before, Respond, Node);
        none when Name =:= <<"kill">>, map_get(<<"process">>, Stimulus) =:= ?PURGER ->
            % It takes the node down at once, so that it has to be answered before.
            Written = Respond(ok, Before),
            Written(),
            exit(Node#node.purger, kill),
            Node#node{still = false};
        none ->
            {Response, Next} = act(Name, Stimulus, Node),
            respond(Response, Before, Respond, Next)
    end,
    codepurger_control:let_go(Kept, Done).

so_far(#node{effects = none} = Node) -> codepurger_seen:drain(Node);
so_far(Node) -> codepurger_seen:drain(codepurger_seen:traced(Node)).

%% Who is to do something has made its calls before.
called(#{<<"from">> := Name}, Node) -> codepurger_processes:called(Name, Node);
called(#{<<"process">> := Name}, Node) -> codepurger_processes:called(Name, Node);
called(_, Node) -> Node.

respond(Response, Before, Respond, #node{risky = true} = Node) ->
    Written = Respond(Response, Before),
    Written(),
    Node;
respond(Response, Before, Respond, Node) ->
    _ = Respond(Response, Before),
    Node.

%% ------------------------------------------------------------------------------------------------------------ to the purger

%% The purger may take the node down because of what it gets; then it has to wait until the answer is out.
sent(Message, Before, Respond, #node{purger = Purger, risky = true} = Node) ->
    true = erlang:suspend_process(Purger),
    deliver(Message, Purger),
    Written = Respond(ok, Before),
    Written(),
    true = erlang:resume_process(Purger),
    Node;
sent(Message, Before, Respond, #node{purger = Purger} = Node) ->
    deliver(Message, Purger),
    respond(ok, Before, Respond, Node).

deliver({client, Client}, _) -> codepurger_client:ask(Client);
deliver({exit, Reason}, Purger) -> exit(Purger, Reason);
deliver({message, Message}, Purger) -> Purger ! Message.

send(<<"purge">>, S, Node) ->
    request(S, fun(Module, From, Ref) -> {purge, Module, From, Ref} end, Node);
send(<<"soft_purge">>, S, Node) ->
    request(S, fun(Module, From, Ref) -> {soft_purge, Module, From, Ref} end, Node);
send(<<"finish_after_on_load">>, #{<<"keep">> := Keep} = S, Node) ->
    request(S, fun(Module, From, Ref) -> {finish_after_on_load, {Module, Keep}, From, Ref} end, Node#node{risky = true});
send(<<"test_purge">>, #{<<"type">> := Type} = S, Node) ->
    request(S, fun(Module, From, Ref) -> {test_purge, Module, From, type(Type), Ref} end, own_test(S, Node));
send(<<"change_prio">>, #{<<"priority">> := Priority, <<"from">> := From, <<"request">> := Request}, Node) ->
    case sender(From, Node) of
        none -> no_effect;
        Pid -> {{message, {change_prio, Pid, codepurger_seen:reference(Request, Node), binary_to_atom(Priority)}}, Node}
    end;
send(<<"continue">>, S, Node) ->
    word(continue, S, Node);
send(<<"complete">>, S, Node) ->
    word(complete, S, Node);
send(<<"junk">>, #{<<"kind">> := <<"exit_message">> = Kind}, Node) ->
    % A purger that does not trap exits goes down.
    {codepurger_junk:of_kind(Kind), Node#node{risky = true}};
send(<<"junk">>, #{<<"kind">> := Kind}, Node) ->
    {codepurger_junk:of_kind(Kind, victims(Node)), Node};
send(<<"forge_down">>, #{<<"process">> := Process}, Node) ->
    {{message, {'DOWN', make_ref(), process, anybody(Process, Node), killed}}, Node};
send(<<"forge_check_reply">>, #{<<"process">> := Process, <<"refers">> := Refers}, Node) ->
    {{message, {check_process_code, {make_ref(), anybody(Process, Node)}, Refers}}, Node};
send(_, _, _) ->
    none.

%% Who and what would show it if junk were taken for a request: a module, with old code if there is one, somebody to be answered, and a name.
victims(#node{modules = Modules, names = Names} = Node) ->
    Module = case [Name || #module{name = Name, old = Old} <- maps:values(Modules), Old =/= none] ++ [codepurger_nothing] of
        [First | _] -> First
    end,
    Pid = case maps:keys(Names) of
        [] -> self();
        [Somebody | _] -> Somebody
    end,
    {Module, Pid, codepurger_seen:reference(<<"junk">>, Node)}.

own_test(#{<<"from">> := ?PURGER, <<"request">> := Request}, #node{own_tests = Tests} = Node) ->
    Node#node{own_tests = [codepurger_seen:reference(Request, Node) | Tests]};
own_test(_, Node) ->
    Node.

type(<<"hard">>) -> true;
type(<<"soft">>) -> false;
type(<<"other">>) -> other.

request(#{<<"module">> := Module, <<"from">> := From, <<"request">> := Request}, Make, Node) ->
    case sender(From, Node) of
        none -> no_effect;
        Pid ->
            {Atom, Next} = codepurger_modules:name(Module, Node),
            Ref = codepurger_seen:reference(Request, Node),
            by(Pid, Ref, Make(Atom, Pid, Ref), Next)
    end.

%% The purger itself can only be named as the one who asks.
by(Purger, _, Message, #node{purger = Purger} = Node) ->
    {{message, Message}, Node};
by(_, _, Message, #node{clients = none} = Node) ->
    {{message, Message}, Node};
by(Pid, Ref, Message, #node{clients = Clients} = Node) ->
    case codepurger_client:start(Message) of
        none -> {{message, Message}, Node};
        Client -> {{client, Client}, Node#node{clients = Clients#{Client => {Pid, Ref, none}}}}
    end.

word(Word, #{<<"ref">> := Ref, <<"from">> := From}, Node) ->
    case sender(From, Node) of
        none -> no_effect;
        _ -> {{message, {Word, codepurger_seen:reference(Ref, Node)}}, Node}
    end.

sender(?PURGER, #node{purger = Purger}) ->
    Purger;
sender(Name, Node) ->
    case codepurger_processes:acting(Name, Node) of
        none -> none;
        #process{pid = Pid} -> Pid
    end.

%% The purger compares and no more: somebody who never was will do.
anybody(Name, #node{processes = Processes}) ->
    case Processes of
        #{Name := #process{pid = Pid}} -> Pid;
        #{} -> self()
    end.

%% ------------------------------------------------------------------------------------------------------------ everything else

act(<<"load">>, #{<<"module">> := Module, <<"identical">> := Identical}, Node) ->
    codepurger_modules:load(Module, Identical, Node);
act(<<"delete">>, #{<<"module">> := Module}, Node) ->
    codepurger_modules:delete(Module, Node);
act(<<"begin_on_load">>, #{<<"module">> := Module}, Node) ->
    codepurger_modules:begin_on_load(Module, Node);
act(<<"offer">>, #{<<"module">> := Module}, Node) ->
    codepurger_modules:offer(Module, Node);
act(<<"check_old_code">>, #{<<"module">> := Module}, Node) ->
    codepurger_modules:check_old_code(Module, Node);
act(<<"make_fun">>, #{<<"fun">> := Name, <<"module">> := Module}, Node) ->
    case codepurger_modules:make_fun(Module, Node) of
        {undefined, Next} -> {undefined, Next};
        {{Fun, Code}, #node{funs = Funs} = Next} -> {ok, Next#node{funs = Funs#{Name => {Fun, Module, Code}}}}
    end;
act(<<"release">>, _, Node) ->
    codepurger_control:release(Node);
act(Name, Stimulus, Node) ->
    codepurger_processes:act(Name, Stimulus, Node).
