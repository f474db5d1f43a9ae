%% Judged code: modules that differ in nothing but their names and a number, made by writing these into a compiled template. Every case has
%% modules of its own, so that nothing has to be removed after it.
-module(codepurger_code).

-export([templates/0, module/2, code/4, number/1]).

-define(PLAIN, codepurger_template1).
-define(ON_LOAD, codepurger_template2).
-define(NUMBER, <<"code_0000000000">>).

%% The compiled templates.
-spec templates() -> #{plain | on_load => binary()}.
templates() ->
    #{plain => template(?PLAIN), on_load => template(?ON_LOAD)}.

template(Module) ->
    {Module, Code, _} = code:get_object_code(Module),
    {ok, Stripped} = strip(Code),
    Stripped.

%% Leaves out what is not needed to run, above all what may be compressed and hold the names.
strip(Code) ->
    {ok, _, Chunks} = beam_lib:all_chunks(Code),
    beam_lib:build_module([Chunk || {Name, _} = Chunk <- Chunks, lists:member(Name, ["AtU8", "Code", "StrT", "ImpT", "ExpT", "FunT", "LitT", "LocT", "Type"])]).

%% The name in the node for a module of a case.
-spec module(non_neg_integer(), non_neg_integer()) -> module().
module(Case, Number) ->
    binary_to_atom(iolist_to_binary(["judged_", padded(Case rem 100000000, 8), padded(Number rem 100000, 5)])).

%% The code with this number, for this module.
-spec code(map(), plain | on_load, module(), non_neg_integer()) -> binary().
code(Templates, Kind, Module, Number) ->
    #{Kind := Template} = Templates,
    Named = binary:replace(Template, name(Kind), atom_to_binary(Module), [global]),
    binary:replace(Named, ?NUMBER, iolist_to_binary(["code_", padded(Number, 10)]), [global]).

name(plain) -> atom_to_binary(?PLAIN);
name(on_load) -> atom_to_binary(?ON_LOAD).

%% The number that code answers with.
-spec number(atom()) -> non_neg_integer().
number(Answer) ->
    <<"code_", Digits/binary>> = atom_to_binary(Answer),
    binary_to_integer(Digits).

padded(Number, Width) ->
    Digits = integer_to_list(Number),
    lists:duplicate(Width - length(Digits), $0) ++ Digits.
