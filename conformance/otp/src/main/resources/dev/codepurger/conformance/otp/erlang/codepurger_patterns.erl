%% What can be said of patterns without knowing what they are compared with.
-module(codepurger_patterns).

-export([exclude/2]).

%% Is there nothing that fits the ones and the others, argument by argument? If not, that does not say that there is something.
-spec exclude([erl_parse:abstract_expr()], [erl_parse:abstract_expr()]) -> boolean().
exclude(Some, Others) when length(Some) =:= length(Others) ->
    lists:any(fun({One, Other}) -> apart(One, Other) end, lists:zip(Some, Others));
exclude(_, _) ->
    false.

apart({match, _, A, B}, Other) -> apart(A, Other) orelse apart(B, Other);
apart(One, {match, _, _, _} = Other) -> apart(Other, One);
apart({tuple, _, Some}, {tuple, _, Others}) -> length(Some) =/= length(Others) orelse exclude(Some, Others);
apart({cons, _, Head, Tail}, {cons, _, OtherHead, OtherTail}) -> apart(Head, OtherHead) orelse apart(Tail, OtherTail);
apart({record, _, Name, Fields}, {record, _, Name, Others}) ->
    lists:any(fun
        ({{record_field, _, {atom, _, Field}, One}, {record_field, _, {atom, _, Field}, Other}}) -> apart(One, Other);
        (_) -> false
    end, [{Field, Other} || Field <- Fields, Other <- Others]);
apart({Kind, _, One}, {Kind, _, Other}) when Kind =:= atom; Kind =:= integer -> One =/= Other;
apart(One, Other) ->
    kind(One) =/= any andalso kind(Other) =/= any andalso kind(One) =/= kind(Other).

kind({atom, _, _}) -> atom;
kind({integer, _, _}) -> integer;
kind({nil, _}) -> nil;
kind({cons, _, _, _}) -> cons;
kind({tuple, _, _}) -> tuple;
% Two that are different ones are not looked at: what a record is depends on its definition.
kind({record, _, _, _}) -> tuple;
kind(_) -> any.
