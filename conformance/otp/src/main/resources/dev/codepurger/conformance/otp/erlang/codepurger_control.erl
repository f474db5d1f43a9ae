%% Control of the purger: holds it back from its next message.
-module(codepurger_control).

-export([hold/1, release/1, keep/1, let_go/2]).

-include("codepurger.hrl").

%% Suspends the purger where it waits for a message; what it is in the middle of goes on until then.
-spec hold(#node{}) -> {ok, #node{}}.
hold(#node{held = true} = Node) ->
    {ok, Node};
hold(Node) ->
    suspend_at_receive(Node),
    {ok, Node#node{held = true}}.

%% It waited before, and has done nothing until it was suspended; so it waits still.
suspend_at_receive(#node{purger = Purger} = Node) ->
    Before = settled_at_receive(Node),
    true = erlang:suspend_process(Purger),
    case Before =/= none andalso codepurger_purger:reductions(Purger) =:= Before of
        true ->
            ok;
        false ->
            true = erlang:resume_process(Purger),
            erlang:yield(),
            suspend_at_receive(Node)
    end.

%% Where requests in flight are limited, those who are not judged may be in the way of those who are: the purger has to go on until they have
%% answered, or it would have asked fewer of the judged than it may. If it has done nothing since they did, it does not wait for them.
settled_at_receive(#node{limited = false, purger = Purger}) ->
    at_receive(Purger);
settled_at_receive(#node{purger = Purger} = Node) ->
    Before = at_receive(Purger),
    ok = codepurger_rest:all_answered(Node),
    case codepurger_purger:reductions(Purger) of
        Before -> Before;
        _ -> none
    end.

%% What the purger has done so far if it waits for a message, and none is there that it takes; else none.
-spec at_receive(pid()) -> none | non_neg_integer().
at_receive(Purger) ->
    case codepurger_purger:look(Purger) of
        {held, waiting, _, _} -> codepurger_purger:reductions(Purger);
        {Place, waiting, 0, _} when Place =:= idle; Place =:= check -> codepurger_purger:reductions(Purger);
        _ -> none
    end.

-spec release(#node{}) -> {ok, #node{}}.
release(#node{held = false} = Node) ->
    {ok, Node};
release(#node{purger = Purger} = Node) ->
    true = erlang:resume_process(Purger),
    {ok, Node#node{held = false}}.

%% Where effects are shown they have to be shown in the right order with what is done, and where the purger may take the node down the answer has
%% to be out before: the purger does nothing while something is done. It must
%% not be stopped inside an operation on modules, which nobody else could do any then.
-spec keep(#node{}) -> boolean().
keep(#node{effects = none, risky = false}) ->
    false;
keep(#node{still = true}) ->
    false;
keep(#node{purger = Purger} = Node) ->
    true = erlang:suspend_process(Purger),
    case codepurger_purger:look(Purger) of
        {prepare, _, _, _} ->
            true = erlang:resume_process(Purger),
            erlang:yield(),
            keep(Node);
        _ ->
            true
    end.

-spec let_go(boolean(), #node{}) -> #node{}.
let_go(false, Node) ->
    Node;
let_go(true, #node{purger = Purger} = Node) ->
    true = erlang:resume_process(Purger),
    Node.
