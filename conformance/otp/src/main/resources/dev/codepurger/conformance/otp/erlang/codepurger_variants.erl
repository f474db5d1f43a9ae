%% All small changes of a function in its abstract form, one at a time: what somebody could have written wrong.
-module(codepurger_variants).

-export([of_function/1]).

%% Where it is in the source, which kind of change, what was there and what is there now, and the function with it.
-type variant() :: {Line :: non_neg_integer(), Operator :: atom(), Was :: iodata(), Is :: iodata(), erl_parse:abstract_form()}.
-export_type([variant/0]).

%% Stands for any other atom.
-define(OTHER, codepurger_other).

-spec of_function(erl_parse:abstract_form()) -> [variant()].
of_function({function, Line, Name, Arity, Clauses}) ->
    [{At, Operator, Was, Is, {function, Line, Name, Arity, Changed}}
        || {At, Operator, Was, Is, Changed} <- clauses(Clauses, none) ].

%% ------------------------------------------------------------------------------------------------------------ clauses

%% Bound: the variables of the head, which a pattern inside compares with; or none, at the head itself.
clauses(Clauses, Bound) ->
    dropped(Clauses) ++ swapped(Clauses) ++ in_each(Clauses, fun(Clause) -> clause(Clause, Bound) end).

dropped([_]) -> [];
dropped(Clauses) ->
    [{line(Clause), 'clause-dropped', text(Clause), "nothing", Clauses -- [Clause]} || Clause <- Clauses].

%% Where no term fits both it does not matter which is tried first.
swapped([First, Second | Rest]) ->
    [{line(First), 'clauses-swapped', [text(First), " ; ", text(Second)], [text(Second), " ; ", text(First)], [Second, First | Rest]}
        || not codepurger_patterns:exclude(heads(First), heads(Second))]
        ++ [{At, Operator, Was, Is, [First | Changed]} || {At, Operator, Was, Is, Changed} <- swapped([Second | Rest])];
swapped(_) ->
    [].

heads({clause, _, Heads, _, _}) -> Heads.

clause({clause, Line, Heads, Guards, Body}, Before) ->
    Bound = case Before of
        none -> variables(Heads);
        _ -> Before
    end,
    Patterns = case Before of
        none -> {pattern, []};
        _ -> {pattern, Before}
    end,
    [{At, Operator, Was, Is, {clause, Line, Changed, Guards, Body}}
        || {At, Operator, Was, Is, Changed} <- terms(Heads, Patterns)]
    ++ [{At, Operator, Was, Is, {clause, Line, Heads, Changed, Body}}
        || {At, Operator, Was, Is, Changed} <- guards(Guards)]
    ++ [{At, Operator, Was, Is, {clause, Line, Heads, Guards, Changed}}
        || {At, Operator, Was, Is, Changed} <- body(Body, Bound ++ matched(Body))].

variables({var, _, '_'}) -> [];
variables({var, _, Name}) -> [Name];
variables(Term) when is_tuple(Term) -> variables(tuple_to_list(Term));
variables(Terms) when is_list(Terms) -> lists:flatmap(fun variables/1, Terms);
variables(_) -> [].

%% What the statements of a body bind, and what follows can compare with.
matched(Body) ->
    lists:flatmap(fun
        ({match, _, Pattern, _}) -> variables(Pattern);
        (_) -> []
    end, Body).

%% ------------------------------------------------------------------------------------------------------------ guards

guards([]) ->
    [];
guards([[{atom, L, true}]]) ->
    [{erl_anno:line(L), 'constant-changed', "true", "false", [[{atom, L, false}]]}];
guards(Guards) ->
    All = text_of_guards(Guards),
    [{line(hd(hd(Guards))), 'guard-dropped', All, "no guard", []}]
    ++ [{line(hd(One)), 'guard-alternative-dropped', All, text_of_guards(Guards -- [One]), Guards -- [One]} || One <- Guards, length(Guards) > 1]
    ++ in_each(Guards, fun(Tests) ->
        [{line(Test), 'guard-test-dropped', text(Test), "true", Tests -- [Test]} || Test <- Tests, length(Tests) > 1]
        ++ in_each(Tests, fun(Test) ->
            Negated = {op, line_of(Test), 'not', Test},
            [{line(Test), 'guard-test-negated', text(Test), text(Negated), Negated} | expression(Test, guard)]
        end)
    end).

text_of_guards(Guards) ->
    lists:join("; ", [lists:join(", ", [text(Test) || Test <- Tests]) || Tests <- Guards]).

%% ------------------------------------------------------------------------------------------------------------ bodies

body(Body, Bound) ->
    statements_dropped(Body) ++ in_each(Body, fun(Statement) -> expression(Statement, {body, Bound}) end).

%% A call whose value nobody uses.
statements_dropped([_]) ->
    [];
statements_dropped([Statement | Rest]) ->
    [{line(Statement), 'statement-dropped', text(Statement), "nothing", Rest} || done_for_its_effect(Statement)]
    ++ [{At, Operator, Was, Is, [Statement | Changed]} || {At, Operator, Was, Is, Changed} <- statements_dropped(Rest)].

done_for_its_effect({call, _, _, _}) -> true;
done_for_its_effect({match, _, {var, _, '_'}, {call, _, _, _}}) -> true;
done_for_its_effect(_) -> false.

%% ------------------------------------------------------------------------------------------------------------ expressions

terms(Terms, Where) ->
    in_each(Terms, fun(Term) -> expression(Term, Where) end).

expression(Term, Where) ->
    [{line(Term), Operator, text(Term), text(New), New} || {Operator, New} <- replaced(Term, Where)] ++ inside(Term, Where).

replaced({atom, L, true}, {pattern, _}) -> [{'constant-changed', {atom, L, false}}, {'pattern-loosened', {var, L, '_'}}];
replaced({atom, L, false}, {pattern, _}) -> [{'constant-changed', {atom, L, true}}, {'pattern-loosened', {var, L, '_'}}];
replaced({Kind, L, _}, {pattern, _}) when Kind =:= atom; Kind =:= integer -> [{'pattern-loosened', {var, L, '_'}}];
replaced({nil, L}, {pattern, _}) -> [{'pattern-loosened', {var, L, '_'}}];
replaced({var, L, Name}, {pattern, Bound}) -> [{'pattern-loosened', {var, L, '_'}} || lists:member(Name, Bound)];
replaced(_, {pattern, _}) -> [];
replaced({atom, L, true}, _) -> [{'constant-changed', {atom, L, false}}];
replaced({atom, L, false}, _) -> [{'constant-changed', {atom, L, true}}];
replaced({atom, L, _}, _) -> [{'constant-changed', {atom, L, ?OTHER}}];
replaced({integer, L, N}, _) -> [{'constant-changed', {integer, L, N + 1}}] ++ [{'constant-changed', {integer, L, N - 1}} || N > 0];
replaced({op, L, '!', _, Message}, _) -> [{'message-not-sent', {block, L, [Message]}}];
replaced({op, L, '++', A, B}, _) -> [{'order-reversed', {op, L, '++', B, A}}];
replaced({op, L, Operator, A, B}, _) -> [{'operator-changed', {op, L, Other, A, B}} || Other <- others(Operator)];
replaced({cons, L, A, {var, _, _} = B}, _) -> [{'order-reversed', {op, L, '++', B, {cons, L, A, {nil, L}}}}];
replaced({call, L, {atom, _, monitor}, [_, _]}, _) -> [{'monitor-removed', call(L, make_ref)}];
replaced({call, L, {remote, _, {atom, _, erlang}, {atom, _, monitor}}, [_, _]}, _) -> [{'monitor-removed', call(L, make_ref)}];
replaced({call, _, {atom, _, Name}, [Only]}, _) when Name =:= cpc_reverse -> [{'order-reversed', Only}];
replaced({call, _, {remote, _, {atom, _, lists}, {atom, _, reverse}}, [Only]}, _) -> [{'order-reversed', Only}];
replaced(_, _) -> [].

call(L, Name) -> {call, L, {remote, L, {atom, L, erlang}, {atom, L, Name}}, []}.

others('+') -> ['-'];
others('-') -> ['+'];
others('>=') -> ['>', '<'];
others('>') -> ['>=', '=<'];
others('=<') -> ['<', '>'];
others('<') -> ['=<', '>='];
others('==') -> ['/='];
others('=:=') -> ['=/='];
others('/=') -> ['=='];
others('=/=') -> ['=:='];
others(_) -> [].

%% The parts of an expression that can be changed; what names a function or a field is none of them.
inside({call, L, Function, Args}, Where) -> rebuilt(terms(Args, Where), fun(New) -> {call, L, Function, New} end);
inside({record, L, Name, Fields}, Where) -> rebuilt(fields(Fields, Where), fun(New) -> {record, L, Name, New} end);
inside({record, L, Old, Name, Fields}, Where) ->
    rebuilt(expression(Old, Where), fun(New) -> {record, L, New, Name, Fields} end)
    ++ rebuilt(fields(Fields, Where), fun(New) -> {record, L, Old, Name, New} end);
inside({record_field, L, Old, Name, Field}, Where) -> rebuilt(expression(Old, Where), fun(New) -> {record_field, L, New, Name, Field} end);
inside({match, L, Pattern, Value}, {body, Bound}) ->
    rebuilt(expression(Pattern, {pattern, []}), fun(New) -> {match, L, New, Value} end)
    ++ rebuilt(expression(Value, {body, Bound -- variables(Pattern)}), fun(New) -> {match, L, Pattern, New} end);
inside({match, L, Left, Right}, Where) ->
    rebuilt(expression(Left, Where), fun(New) -> {match, L, New, Right} end)
    ++ rebuilt(expression(Right, Where), fun(New) -> {match, L, Left, New} end);
inside({op, L, Operator, A, B}, Where) ->
    rebuilt(expression(A, Where), fun(New) -> {op, L, Operator, New, B} end)
    ++ rebuilt(expression(B, Where), fun(New) -> {op, L, Operator, A, New} end);
inside({op, L, Operator, A}, Where) -> rebuilt(expression(A, Where), fun(New) -> {op, L, Operator, New} end);
inside({tuple, L, Parts}, Where) -> rebuilt(terms(Parts, Where), fun(New) -> {tuple, L, New} end);
inside({cons, L, Head, Tail}, Where) ->
    rebuilt(expression(Head, Where), fun(New) -> {cons, L, New, Tail} end)
    ++ rebuilt(expression(Tail, Where), fun(New) -> {cons, L, Head, New} end);
inside({'case', L, Of, Clauses}, {body, Bound} = Where) ->
    rebuilt(expression(Of, Where), fun(New) -> {'case', L, New, Clauses} end)
    ++ rebuilt(clauses(Clauses, Bound), fun(New) -> {'case', L, Of, New} end);
inside({'if', L, Clauses}, {body, Bound}) -> rebuilt(clauses(Clauses, Bound), fun(New) -> {'if', L, New} end);
inside({'receive', L, Clauses}, {body, Bound}) -> rebuilt(clauses(Clauses, Bound), fun(New) -> {'receive', L, New} end);
inside({'receive', L, Clauses, After, Body}, {body, Bound}) ->
    rebuilt(clauses(Clauses, Bound), fun(New) -> {'receive', L, New, After, Body} end)
    ++ rebuilt(body(Body, Bound), fun(New) -> {'receive', L, Clauses, After, New} end);
inside({'try', L, Body, Of, Catches, After}, {body, Bound}) ->
    rebuilt(body(Body, Bound), fun(New) -> {'try', L, New, Of, Catches, After} end)
    ++ rebuilt(in_each(Catches, fun(Catch) -> clause(Catch, Bound) end), fun(New) -> {'try', L, Body, Of, New, After} end);
inside({block, L, Body}, {body, Bound}) -> rebuilt(body(Body, Bound), fun(New) -> {block, L, New} end);
inside(_, _) -> [].

fields(Fields, Where) ->
    in_each(Fields, fun({record_field, L, Name, Value}) ->
        rebuilt(expression(Value, Where), fun(New) -> {record_field, L, Name, New} end)
    end).

%% ------------------------------------------------------------------------------------------------------------ one at a time

in_each([], _) ->
    [];
in_each([First | Rest], Variants) ->
    rebuilt(Variants(First), fun(New) -> [New | Rest] end) ++ rebuilt(in_each(Rest, Variants), fun(New) -> [First | New] end).

rebuilt(Variants, Around) ->
    [{Line, Operator, Was, Is, Around(New)} || {Line, Operator, Was, Is, New} <- Variants].

%% ------------------------------------------------------------------------------------------------------------ text

line(Term) -> erl_anno:line(line_of(Term)).

line_of(Term) -> element(2, Term).

text({clause, _, Heads, Guards, _}) ->
    [lists:join(", ", [text(Head) || Head <- Heads]), [[" when ", text_of_guards(Guards)] || Guards =/= []], " -> ..."];
text(Term) ->
    erl_pp:expr(Term).
