%% Compiles a given source of erts_code_purger, and opens the door by which it gets into a node. Runs in a process of the system of its own,
%% before any node is started; what is wrong with the source is one line on standard output.
-module(codepurger_given).

-export([compile/1, compiled/1, into/2, wrong/2, reporting/1]).

%% What the rest of the system calls.
-define(EXPORTED, [{start, 0}, {purge, 1}, {soft_purge, 1}, {finish_after_on_load, 2}, {pending_purge_lambda, 3}]).
%% Where it waits, and what it takes, is seen by these.
-define(TRACED, [{wait_for_request, 0}, {handle_request, 2}, {cpc_receive, 4}, {test_progress, 4}]).
%% What the emulator has a process do when it takes back a monitor that has fired already.
-define(FLUSH, flush_monitor_messages).

%% Started by a command line: erl ... -run codepurger_given compile SOURCE FOLDER.
-spec compile([string()]) -> no_return().
compile([Source, Folder]) ->
    reporting(fun() -> into(Source, Folder) end).

%% Does what a command line asks for, and ends the system; what is wrong with a source is one line on standard output.
-spec reporting(fun(() -> term())) -> no_return().
reporting(Work) ->
    try
        Work(),
        halt(0)
    catch
        throw:{wrong, Text} ->
            io:format("~ts~n", [Text]),
            halt(1)
    end.

%% Compiles the source, and puts it and the door into a folder.
-spec into(file:filename(), file:filename()) -> ok.
into(Source, Folder) ->
    written(Folder, erts_code_purger, compiled(Source)),
    written(Folder, erts_internal, door()).

written(Folder, Module, Code) ->
    ok = file:write_file(filename:join(Folder, atom_to_list(Module) ++ ".beam"), Code).

%% ------------------------------------------------------------------------------------------------------------ the source

%% The code of a source that is a purger.
-spec compiled(file:filename()) -> binary().
compiled(Source) ->
    case compile:file(Source, [binary, return_errors, debug_info, {i, filename:dirname(Source)}]) of
        {ok, erts_code_purger, Code} -> complete(Source, Code);
        {ok, Other, _} -> wrong("~ts is module ~ts, and should be erts_code_purger", [Source, Other]);
        {error, [{File, [First | _]} | _] = Errors, _} -> wrong("~ts", [[where(File, First), more(Errors)]])
    end.

complete(Source, Code) ->
    {ok, {_, [{exports, Exports}, {locals, Locals}]}} = beam_lib:chunks(Code, [exports, locals]),
    missing(Source, "does not export", ?EXPORTED -- Exports),
    missing(Source, "has no, or never calls, the function", ?TRACED -- (Exports ++ Locals)),
    Code.

missing(_, _, []) -> ok;
missing(Source, What, [{Name, Arity} | _]) -> wrong("~ts ~ts ~ts/~b", [Source, What, Name, Arity]).

where(File, {none, Module, Reason}) -> io_lib:format("~ts: ~ts", [File, Module:format_error(Reason)]);
where(File, {{Line, Column}, Module, Reason}) -> io_lib:format("~ts:~b:~b: ~ts", [File, Line, Column, Module:format_error(Reason)]);
where(File, {Line, Module, Reason}) -> io_lib:format("~ts:~b: ~ts", [File, Line, Module:format_error(Reason)]).

more(Errors) ->
    case lists:sum([length(Some) || {_, Some} <- Errors]) of
        1 -> "";
        Count -> io_lib:format(" (and ~b more)", [Count - 1])
    end.

%% ------------------------------------------------------------------------------------------------------------ the door

%% The module erts_internal, but that who flushes the messages of a monitor is asked in codepurger_takeover first. The same for all purgers.
door() ->
    case get(?MODULE) of
        undefined ->
            Code = made_door(),
            undefined = put(?MODULE, Code),
            Code;
        Code ->
            Code
    end.

made_door() ->
    case codepurger_forms:own(erts_internal) of
        {ok, Forms} ->
            {ok, erts_internal, Code} = compile:forms([opened(Form) || Form <- Forms], []),
            Code;
        none ->
            wrong("the erts_internal of this Erlang was compiled without debug_info, so that no purger can be put into a node of it", [])
    end.

opened({function, Line, ?FLUSH, 3, Clauses}) ->
    Ask = {call, Line, {remote, Line, {atom, Line, codepurger_takeover}, {atom, Line, door}}, []},
    {function, Line, ?FLUSH, 3, [{clause, At, Heads, Guards, [Ask | Body]} || {clause, At, Heads, Guards, Body} <- Clauses]};
opened(Form) ->
    Form.

-spec wrong(string(), [term()]) -> no_return().
wrong(Format, Values) ->
    throw({wrong, io_lib:format(Format, Values)}).
