%% Compiles a given source of erts_code_purger, and opens the door by which it gets into a node. Runs in a process of the system of its own,
%% before any node is started; what is wrong with the source is one line on standard output.
-module(codepurger_given).

-export([compile/1]).

%% What the rest of the system calls.
-define(EXPORTED, [{start, 0}, {purge, 1}, {soft_purge, 1}, {finish_after_on_load, 2}, {pending_purge_lambda, 3}]).
%% Where it waits, and what it takes, is seen by these.
-define(TRACED, [{wait_for_request, 0}, {handle_request, 2}, {cpc_receive, 4}, {test_progress, 4}]).
%% What the emulator has a process do when it takes back a monitor that has fired already.
-define(FLUSH, flush_monitor_messages).

%% Started by a command line: erl ... -run codepurger_given compile SOURCE FOLDER.
-spec compile([string()]) -> no_return().
compile([Source, Folder]) ->
    try
        written(Folder, erts_code_purger, given(Source)),
        written(Folder, erts_internal, door()),
        halt(0)
    catch
        throw:{wrong, Text} ->
            io:format("~ts~n", [Text]),
            halt(1)
    end.

written(Folder, Module, Code) ->
    ok = file:write_file(filename:join(Folder, atom_to_list(Module) ++ ".beam"), Code).

%% ------------------------------------------------------------------------------------------------------------ the source

given(Source) ->
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

%% The module erts_internal, but that who flushes the messages of a monitor is asked in codepurger_takeover first.
door() ->
    File = filename:join(code:lib_dir(erts, ebin), "erts_internal.beam"),
    case beam_lib:chunks(File, [abstract_code]) of
        {ok, {_, [{abstract_code, {raw_abstract_v1, Forms}}]}} ->
            {ok, erts_internal, Code} = compile:forms([opened(Form) || Form <- Forms], []),
            Code;
        _ ->
            wrong("~ts was compiled without debug_info, so that no purger can be put into a node of this Erlang", [File])
    end.

opened({function, Line, ?FLUSH, 3, Clauses}) ->
    Ask = {call, Line, {remote, Line, {atom, Line, codepurger_takeover}, {atom, Line, door}}, []},
    {function, Line, ?FLUSH, 3, [{clause, At, Heads, Guards, [Ask | Body]} || {clause, At, Heads, Guards, Body} <- Clauses]};
opened(Form) ->
    Form.

-spec wrong(string(), [term()]) -> no_return().
wrong(Format, Values) ->
    throw({wrong, io_lib:format(Format, Values)}).
