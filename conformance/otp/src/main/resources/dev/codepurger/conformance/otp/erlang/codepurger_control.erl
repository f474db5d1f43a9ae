%% Control of the purger: holds it back from its next message, or within prepare.
-module(codepurger_control).

-export([hold/1, release/1, stall/1, unstall/1, at_receive/1]).

-include("codepurger.hrl").

%% Suspends the purger where it waits for a message; what it is in the middle of goes on until then.
-spec hold(#node{}) -> {ok, #node{}}.
hold(#node{held = true} = Node) ->
    {ok, Node};
hold(#node{purger = Purger} = Node) ->
    suspend_at_receive(Purger),
    {ok, Node#node{held = true}}.

%% It waited before, and has done nothing until it was suspended; so it waits still.
suspend_at_receive(Purger) ->
    Before = at_receive(Purger),
    true = erlang:suspend_process(Purger),
    case Before =/= none andalso codepurger_purger:reductions(Purger) =:= Before of
        true ->
            ok;
        false ->
            true = erlang:resume_process(Purger),
            erlang:yield(),
            suspend_at_receive(Purger)
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

-spec stall(#node{}) -> {ok, #node{}}.
stall(Node) ->
    {ok, Node}.

-spec unstall(#node{}) -> {ok, #node{}}.
unstall(Node) ->
    {ok, Node}.
