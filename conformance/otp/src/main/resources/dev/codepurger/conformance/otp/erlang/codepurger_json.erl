%% JSON, as much of it as the protocol needs: objects are maps with binaries as keys, strings are binaries, lists are lists.
-module(codepurger_json).

-export([decode/1, encode/1]).

-type json() :: map() | [json()] | binary() | integer() | true | false | null.

%% The value that the text holds; fails if it holds anything else.
-spec decode(binary()) -> json().
decode(Text) ->
    {Value, Rest} = value(Text),
    <<>> = blank(Rest),
    Value.

value(<<$\s, T/binary>>) -> value(T);
value(<<${, T/binary>>) -> members(blank(T), #{});
value(<<$[, T/binary>>) -> elements(blank(T), []);
value(<<$", T/binary>>) -> string(T, T, 0);
value(<<"true", T/binary>>) -> {true, T};
value(<<"false", T/binary>>) -> {false, T};
value(<<"null", T/binary>>) -> {null, T};
value(T) -> number(T, T, 0).

members(<<$}, T/binary>>, Map) -> {Map, T};
members(<<$,, T/binary>>, Map) -> members(blank(T), Map);
members(<<$", T/binary>>, Map) ->
    {Key, T1} = string(T, T, 0),
    <<$:, T2/binary>> = blank(T1),
    {Value, T3} = value(T2),
    members(blank(T3), Map#{Key => Value}).

elements(<<$], T/binary>>, All) -> {lists:reverse(All), T};
elements(<<$,, T/binary>>, All) -> elements(blank(T), All);
elements(T, All) ->
    {Value, T1} = value(T),
    elements(blank(T1), [Value | All]).

%% A string without escapes, which almost all are, is a part of the line.
string(<<$", T/binary>>, From, Length) -> {binary:part(From, 0, Length), T};
string(<<$\\, _/binary>> = T, From, Length) -> escaped(T, [binary:part(From, 0, Length)]);
string(<<_, T/binary>>, From, Length) -> string(T, From, Length + 1).

escaped(<<$", T/binary>>, Parts) -> {iolist_to_binary(lists:reverse(Parts)), T};
escaped(<<"\\u", Hex:4/binary, T/binary>>, Parts) -> unicode(binary_to_integer(Hex, 16), T, Parts);
escaped(<<$\\, C, T/binary>>, Parts) -> escaped(T, [plain(C) | Parts]);
escaped(<<C, T/binary>>, Parts) -> escaped(T, [C | Parts]).

unicode(High, <<"\\u", Hex:4/binary, T/binary>>, Parts) when High >= 16#D800, High < 16#DC00 ->
    Low = binary_to_integer(Hex, 16),
    escaped(T, [<<(16#10000 + (High - 16#D800) * 16#400 + (Low - 16#DC00))/utf8>> | Parts]);
unicode(C, T, Parts) ->
    escaped(T, [<<C/utf8>> | Parts]).

plain($n) -> $\n;
plain($t) -> $\t;
plain($r) -> $\r;
plain($b) -> $\b;
plain($f) -> $\f;
plain(C) -> C.

number(<<C, T/binary>>, From, Length) when C >= $0, C =< $9; C =:= $- -> number(T, From, Length + 1);
number(T, From, Length) -> {binary_to_integer(binary:part(From, 0, Length)), T}.

blank(<<C, T/binary>>) when C =:= $\s; C =:= $\t; C =:= $\r; C =:= $\n -> blank(T);
blank(T) -> T.

%% The text for a value; atoms are strings, but for the two truths and null.
-spec encode(json() | atom()) -> iodata().
encode(Map) when is_map(Map) ->
    [${, separated([[encode(Key), $: | encode(Value)] || {Key, Value} <- maps:to_list(Map)]), $}];
encode(List) when is_list(List) ->
    [$[, separated([encode(One) || One <- List]), $]];
encode(Text) when is_binary(Text) ->
    [$", quoted(Text), $"];
encode(Number) when is_integer(Number) ->
    integer_to_binary(Number);
encode(Truth) when is_boolean(Truth); Truth =:= null ->
    atom_to_binary(Truth);
encode(Atom) when is_atom(Atom) ->
    encode(atom_to_binary(Atom)).

separated([]) -> [];
separated([One]) -> One;
separated([One | Rest]) -> [One, $, | separated(Rest)].

quoted(Text) ->
    case needs_quotes(Text) of
        false -> Text;
        true -> [quote(C) || <<C>> <= Text]
    end.

needs_quotes(<<C, T/binary>>) when C >= 32, C =/= $", C =/= $\\ -> needs_quotes(T);
needs_quotes(<<>>) -> false;
needs_quotes(_) -> true.

quote($") -> "\\\"";
quote($\\) -> "\\\\";
quote(C) when C < 32 -> io_lib:format("\\u~4.16.0b", [C]);
quote(C) -> C.
