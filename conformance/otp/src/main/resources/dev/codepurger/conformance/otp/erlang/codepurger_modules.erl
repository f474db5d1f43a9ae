%% The judged modules: loads them past the code server, as the labels say, and knows which version of them runs.
-module(codepurger_modules).

-export([name/2, load/3, delete/2, begin_on_load/2, offer/2, check_old_code/2, make_fun/2, pending/2, is_old/3]).
-export([wanted/4, done/3, version/2, is_purged/2]).

-include("codepurger.hrl").

-define(PURGER, erts_code_purger).
-define(PURGER_NAME, <<"erts_code_purger">>).

%% The name that the module has in the node. There may be no such module.
-spec name(binary(), #node{}) -> {module(), #node{}}.
name(Name, Node) ->
    {#module{name = Atom}, Next} = row(Name, Node),
    {Atom, Next}.

row(Name, #node{modules = Modules, number = Case} = Node) ->
    case Modules of
        #{Name := Row} ->
            {Row, Node};
        #{} ->
            Row = new(Name, codepurger_code:module(Case, map_size(Modules))),
            {Row, keep(Name, Row, Node)}
    end.

new(?PURGER_NAME, _) -> #module{name = ?PURGER, versions = 1};
new(_, Atom) -> #module{name = Atom}.

keep(Name, Row, #node{modules = Modules} = Node) ->
    Node#node{modules = Modules#{Name => Row}}.

%% Loads new code, or the same once more.
-spec load(binary(), boolean(), #node{}) -> {atom(), #node{}}.
load(?PURGER_NAME, _, Node) ->
    {loaded(erlang:load_module(?PURGER, codepurger_takeover:code())), Node#node{spent = true, risky = true, blind = true}};
load(Name, Identical, Node) ->
    {Row, Known} = row(Name, Node),
    {Code, Next} = code(Identical andalso same(Row), Known),
    load_code(Name, Row, Code, Next).

loaded({module, _}) -> ok;
loaded({error, not_purged}) -> not_purged.

%% The code that is to be the same: the current, or where there is none, the old.
same(#module{current = none, old = Old, name = Atom}) -> erlang:check_old_code(Atom) andalso Old;
same(#module{current = Current}) -> Current.

code(Number, Node) when is_integer(Number) -> {Number, Node};
code(_, #node{codes = Codes} = Node) -> {Codes + 1, Node#node{codes = Codes + 1}}.

load_code(_, #module{pending = Pending}, _, Node) when Pending =/= none ->
    {on_load_pending, Node};
load_code(Name, #module{name = Atom, kinds = Kinds} = Row, Code, Node) ->
    Kind = maps:get(Code, Kinds, plain),
    Binary = codepurger_code:code(Node#node.templates, Kind, Atom, Code),
    case erlang:load_module(Atom, Binary) of
        {module, Atom} ->
            {ok, keep(Name, current(Code, Row), Node)};
        {error, on_load} ->
            % The same code as once began with its on_load function; that ends well at once.
            true = erlang:finish_after_on_load(Atom, true),
            {ok, keep(Name, current(Code, Row), Node)};
        {error, not_purged} ->
            {not_purged, Node}
    end.

current(Code, #module{current = none} = Row) -> newest(Code, Row#module{current = Code});
current(Code, #module{current = Current} = Row) -> newest(Code, Row#module{current = Code, old = Current}).

newest(Code, #module{versions = Versions, newest = Newest, kinds = Kinds} = Row) ->
    Row#module{versions = Versions + 1, newest = Newest#{Code => Versions + 1}, kinds = maps:merge(#{Code => plain}, Kinds)}.

-spec delete(binary(), #node{}) -> {atom(), #node{}}.
delete(?PURGER_NAME, Node) ->
    {deleted(?PURGER), Node#node{spent = true, risky = true, blind = true}};
delete(Name, Node) ->
    {#module{name = Atom, pending = Pending, current = Current} = Row, Next} = row(Name, Node),
    case erlang:check_old_code(Atom) of
        true -> {not_purged, Next};
        false when Current =:= none -> {undefined, Next};
        false when Pending =/= none -> {on_load_pending, Next};
        false -> {deleted(Atom), keep(Name, Row#module{current = none, old = Current}, Next)}
    end.

deleted(Atom) ->
    try erlang:delete_module(Atom) of
        true -> ok;
        undefined -> undefined
    catch
        error:badarg -> not_purged
    end.

-spec begin_on_load(binary(), #node{}) -> {atom(), #node{}}.
begin_on_load(Name, Node) ->
    case row(Name, Node) of
        {#module{pending = Pending}, Known} when Pending =/= none ->
            {on_load_pending, Known};
        {#module{name = Atom, kinds = Kinds} = Row, Known} ->
            {Code, Next} = code(new, Known),
            case erlang:load_module(Atom, codepurger_code:code(Next#node.templates, on_load, Atom, Code)) of
                {error, on_load} ->
                    Begun = (newest(Code, Row))#module{pending = Code, kinds = Kinds#{Code => on_load}},
                    {ok, keep(Name, Begun, Next)};
                {error, not_purged} ->
                    {not_purged, Next}
            end
    end.

-spec offer(binary(), #node{}) -> {ok, #node{}}.
offer(Name, Node) ->
    {Row, Next} = row(Name, Node),
    {ok, keep(Name, Row#module{offered = true}, Next)}.

-spec check_old_code(binary(), #node{}) -> {boolean(), #node{}}.
check_old_code(Name, Node) ->
    {#module{name = Atom}, Next} = row(Name, Node),
    {erlang:check_old_code(Atom), Next}.

%% Is this the old code of the module?
-spec is_old(binary(), non_neg_integer(), #node{}) -> boolean().
is_old(Name, Code, #node{modules = Modules}) ->
    #{Name := #module{current = Current}} = Modules,
    Current =/= Code.

%% Where to start a process that is to be in the pending code.
-spec pending(binary(), #node{}) -> {term(), #node{}}.
pending(Name, Node) ->
    {#module{name = Atom, pending = Pending}, Next} = row(Name, Node),
    case Pending of
        none -> {undefined, Next};
        _ -> {{on_load, Atom}, Next}
    end.

%% A fun of the current code, and the number of that.
-spec make_fun(binary(), #node{}) -> {undefined | {fun(), non_neg_integer()}, #node{}}.
make_fun(Name, Node) ->
    {#module{name = Atom, current = Current}, Next} = row(Name, Node),
    case Current of
        none -> {undefined, Next};
        _ -> {{Atom:make_fun(), Current}, Next}
    end.

%% A call has found no code: is it loaded now?
-spec wanted(pid(), module(), function | fun(), #node{}) -> {boolean(), #node{}}.
wanted(Pid, Atom, What, #node{modules = Modules} = Node) ->
    case [{Name, Row} || {Name, #module{name = One} = Row} <- maps:to_list(Modules), One =:= Atom] of
        [{_, #module{current = Current}}] when Current =/= none ->
            % Another call has had it loaded meanwhile.
            {true, Node};
        [{Name, #module{offered = true, pending = none} = Row}] ->
            {Code, Next} = code(wanted_code(What, Pid, Node), Node),
            {Response, Loaded} = load_code(Name, Row, Code, Next),
            {Response =:= ok, Loaded};
        _ ->
            {false, Node}
    end.

wanted_code(function, _, _) -> new;
wanted_code(_Fun, Pid, #node{names = Names, processes = Processes}) ->
    case Names of
        #{Pid := Name} ->
            #process{fun_code = {_, Code}} = maps:get(Name, Processes),
            Code;
        #{} -> new
    end.

%% Is the code of this fun being purged?
-spec is_purged(none | {binary(), non_neg_integer()}, #node{}) -> boolean().
is_purged(none, _) ->
    false;
is_purged({Name, _}, #node{modules = Modules}) ->
    #{Name := #module{purging = Purging}} = Modules,
    Purging.

%% The purger has come back from something that it did to a module.
-spec done({finish, module(), boolean()} | {purge, module(), atom()}, term(), #node{}) -> #node{}.
done({finish, Atom, Keep}, true, Node) -> change(Atom, fun(Row) -> ended(Keep, Row) end, Node);
done({purge, Atom, prepare}, true, Node) -> change(Atom, fun(Row) -> Row#module{purging = true} end, Node);
done({purge, Atom, prepare_on_load}, true, Node) -> change(Atom, fun failed/1, Node);
done({purge, Atom, complete}, _, Node) -> resumed(Atom, change(Atom, fun completed/1, Node));
done({purge, Atom, abort}, _, Node) -> resumed(Atom, Node);
done(_, _, Node) -> Node.

%% Those who waited for the end wait no more, though they may be paused.
resumed(Atom, #node{processes = Processes, modules = Modules} = Node) ->
    Ended = [Name || {Name, #module{name = One}} <- maps:to_list(Modules), One =:= Atom],
    Unmarked = change(Atom, fun(Row) -> Row#module{purging = false} end, Node),
    Unmarked#node{processes = maps:map(fun
        (_, #process{kept_caller = true, fun_code = {Name, _}} = Process) -> Process#process{kept_caller = not lists:member(Name, Ended)};
        (_, Process) -> Process
    end, Processes)}.

ended(true, #module{pending = Code, current = none} = Row) -> Row#module{pending = none, current = Code};
ended(true, #module{pending = Code, current = Current} = Row) -> Row#module{pending = none, current = Code, old = Current};
% It stands in the way until it has become old.
ended(false, Row) -> Row.

failed(#module{pending = Code, old = Old} = Row) -> Row#module{pending = none, old = Code, aside = {code, Old}, purging = true}.

completed(#module{aside = none} = Row) -> Row#module{old = none};
completed(#module{aside = {code, Old}} = Row) -> Row#module{old = Old, aside = none}.

change(Atom, Change, #node{modules = Modules} = Node) ->
    Node#node{modules = maps:map(fun
        (_, #module{name = One} = Row) when One =:= Atom -> Change(Row);
        (_, Row) -> Row
    end, Modules)}.

%% What a call returned, as a version.
-spec version(atom(), #node{}) -> atom() | binary().
version(Outcome, _) when Outcome =:= undef; Outcome =:= badfun -> Outcome;
version(Outcome, #node{modules = Modules}) ->
    Code = codepurger_code:number(Outcome),
    [Version] = [maps:get(Code, Newest) || #module{newest = Newest} <- maps:values(Modules), is_map_key(Code, Newest)],
    integer_to_binary(Version).
