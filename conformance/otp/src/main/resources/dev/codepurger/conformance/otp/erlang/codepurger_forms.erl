%% Changes the abstract form of a module. What is to be changed, and into what, is written in Erlang: a variable of the pattern stands for
%% anything, _ for anything each time, and what it stood for is put in its place in the replacement. A change that finds nothing to change is
%% thrown out as nothing_to_change.
-module(codepurger_forms).

-export([own/1, read/1, source/1, everywhere/3, rewrite/4, rewrite_in/5, drop_clause_in/4, drop_catch_all/2, drop_field/4, change_field/5]).

-type forms() :: [erl_parse:abstract_form() | erl_parse:form_info()].
-type place() :: {atom(), arity()}.
-export_type([forms/0]).

%% Those of a preloaded module, which are in its compiled code.
-spec own(module()) -> {ok, forms()} | none.
own(Module) ->
    case beam_lib:chunks(filename:join(code:lib_dir(erts, ebin), atom_to_list(Module) ++ ".beam"), [abstract_code]) of
        {ok, {_, [{abstract_code, {raw_abstract_v1, Forms}}]}} -> {ok, Forms};
        _ -> none
    end.

%% Those of a source that can be compiled.
-spec read(file:filename()) -> forms().
read(Source) ->
    {ok, Forms} = epp:parse_file(Source, [{includes, [filename:dirname(Source)]}]),
    Forms.

%% As text, with lines of its own.
-spec source(forms()) -> iodata().
source(Forms) ->
    [erl_pp:form(Form) || Form <- Forms, element(1, Form) =/= eof, not is_file(Form)].

is_file({attribute, _, file, _}) -> true;
is_file(_) -> false.

%% ------------------------------------------------------------------------------------------------------------ changes

%% In all functions and records.
-spec everywhere(string(), string(), forms()) -> forms().
everywhere(Pattern, Replacement, Forms) ->
    changed(Forms, walk(replacing(Pattern, Replacement), Forms)).

%% In one function.
-spec rewrite(place(), string(), string(), forms()) -> forms().
rewrite(Function, Pattern, Replacement, Forms) ->
    in(Function, fun(Clauses) -> walk(replacing(Pattern, Replacement), Clauses) end, Forms).

%% In those clauses of a function whose first argument is this.
-spec rewrite_in(place(), string(), string(), string(), forms()) -> forms().
rewrite_in(Function, First, Pattern, Replacement, Forms) ->
    in(Function, first(First, fun(Clause) -> walk(replacing(Pattern, Replacement), Clause) end), Forms).

%% Removes the clauses, of the function itself or of what is in it, that fit whatever there is.
-spec drop_catch_all(place(), forms()) -> forms().
drop_catch_all(Function, Forms) ->
    in(Function, fun(Clauses) ->
        walk(dropping(fun
            ({clause, _, [{var, _, _} | _], [], _}) -> true;
            (_) -> false
        end), Clauses)
    end, Forms).

%% Removes a clause of what is in a function, where the first argument of that is this, whose first pattern is that.
-spec drop_clause_in(place(), string(), string(), forms()) -> forms().
drop_clause_in(Function, First, Head, Forms) ->
    Pattern = expression(Head),
    Fits = fun
        ({clause, _, [One | _], _, _}) -> match(Pattern, One, #{}) =/= no;
        (_) -> false
    end,
    in(Function, first(First, fun(Clause) -> walk(dropping(Fits), Clause) end), Forms).

%% Removes a field where a record is matched or made with this value of it.
-spec drop_field(place(), atom(), string(), forms()) -> forms().
drop_field(Function, Name, Value, Forms) ->
    Pattern = expression(Value),
    in(Function, fun(Clauses) -> walk(dropping(fun(One) -> is_field(One, Name, Pattern) end), Clauses) end, Forms).

%% Gives another value to a field where a record is matched or made with this one.
-spec change_field(place(), atom(), string(), string(), forms()) -> forms().
change_field(Function, Name, Value, Replacement, Forms) ->
    Pattern = expression(Value),
    New = expression(Replacement),
    in(Function, fun(Clauses) ->
        walk(fun
            ({record_field, Line, {atom, At, One}, Old} = Field) when One =:= Name ->
                case match(Pattern, Old, #{}) of
                    {ok, Bound} -> {whole, {record_field, Line, {atom, At, One}, fill(New, Bound)}};
                    no -> {part, Field}
                end;
            (Term) -> {part, Term}
        end, Clauses)
    end, Forms).

in({Name, Arity}, Change, Forms) ->
    changed(Forms, [case Form of
        {function, Line, Name, Arity, Clauses} -> {function, Line, Name, Arity, Change(Clauses)};
        _ -> Form
    end || Form <- Forms]).

changed(Forms, Forms) -> throw(nothing_to_change);
changed(_, Changed) -> Changed.

first(First, Change) ->
    Pattern = expression(First),
    fun(Clauses) ->
        [case match(Pattern, hd(Heads), #{}) of
            {ok, _} -> Change(Clause);
            no -> Clause
        end || {clause, _, Heads, _, _} = Clause <- Clauses]
    end.

replacing(Pattern, Replacement) ->
    From = expression(Pattern),
    To = expression(Replacement),
    fun(Term) ->
        case match(From, Term, #{}) of
            {ok, Bound} -> {whole, fill(To, Bound)};
            no -> {part, Term}
        end
    end.

dropping(Fits) ->
    fun
        (List) when is_list(List) -> {part, [One || One <- List, not Fits(One)]};
        (Term) -> {part, Term}
    end.

is_field({record_field, _, {atom, _, Name}, Value}, Name, Pattern) -> match(Pattern, Value, #{}) =/= no;
is_field(_, _, _) -> false.

%% From the outside in: what is replaced is not looked into.
walk(Step, Term) ->
    case Step(Term) of
        {whole, New} -> New;
        {part, Part} -> inside(Step, Part)
    end.

inside(Step, Term) when is_tuple(Term) -> list_to_tuple([walk(Step, Part) || Part <- tuple_to_list(Term)]);
inside(Step, List) when is_list(List) -> parts(Step, List);
inside(_, Term) -> Term.

parts(Step, [First | Rest]) -> [walk(Step, First) | parts(Step, Rest)];
parts(_, End) -> End.

%% ------------------------------------------------------------------------------------------------------------ patterns

%% One expression, or several, as a block.
expression(Text) ->
    {ok, Tokens, _} = erl_scan:string(Text ++ "."),
    case erl_parse:parse_exprs(Tokens) of
        {ok, [One]} -> One;
        {ok, Several} -> {block, erl_anno:new(0), Several}
    end.

%% The same but for where it stands?
match({var, _, '_'}, Term, Bound) when is_tuple(Term) ->
    {ok, Bound};
match({var, _, Name}, Term, Bound) when is_tuple(Term) ->
    case Bound of
        #{Name := Before} -> match(Before, Term, Bound);
        #{} -> {ok, Bound#{Name => Term}}
    end;
match(Pattern, Term, Bound) when is_tuple(Pattern), is_tuple(Term), tuple_size(Pattern) =:= tuple_size(Term), tuple_size(Pattern) > 1,
        element(1, Pattern) =:= element(1, Term) ->
    [_, _ | Wanted] = tuple_to_list(Pattern),
    [_, _ | Parts] = tuple_to_list(Term),
    match(Wanted, Parts, Bound);
match([Pattern | Wanted], [Term | Parts], Bound) ->
    case match(Pattern, Term, Bound) of
        {ok, Now} -> match(Wanted, Parts, Now);
        no -> no
    end;
match(Same, Same, Bound) ->
    {ok, Bound};
match(_, _, _) ->
    no.

fill({var, _, Name}, Bound) when is_map_key(Name, Bound) -> maps:get(Name, Bound);
fill(Term, Bound) when is_tuple(Term) -> list_to_tuple([fill(Part, Bound) || Part <- tuple_to_list(Term)]);
fill([First | Rest], Bound) -> [fill(First, Bound) | fill(Rest, Bound)];
fill(Term, _) -> Term.
