%% Mutants of a purger: copies of an erts_code_purger with one change each, and the rules that the copy breaks. They are made from the abstract
%% form, of a given source or of the purger that the emulator was built with, and written as sources. Some were chosen by hand, with the rule that
%% each breaks; others are all the small changes that codepurger_variants knows.
-module(codepurger_mutants).

-export([write/1, names/1, systematic/1]).

-import(codepurger_forms, [everywhere/3, rewrite/4, rewrite_in/5, drop_clause_in/4, drop_catch_all/2, drop_field/4, change_field/5]).

-define(UNCHANGED, 'as-given').

%% Started by a command line: erl ... -run codepurger_mutants write FOLDER [SOURCE]. For every mutant, and for the purger as it was given, a
%% folder with source and code is made, and a line in the file "mutants": name, rules, what was changed, and whether there was anything to change.
-spec write([string()]) -> no_return().
write([Folder | Source]) ->
    codepurger_given:reporting(fun() ->
        Forms = forms(Source),
        list(Folder, [
            io_lib:format("~ts\t~ts\t~ts\t~ts~n",
                [Name, lists:join(",", Rules), What, made(filename:join(Folder, atom_to_list(Name)), Change, Forms)])
            || {Name, Rules, What, Change} <- all() ++ [{?UNCHANGED, [], "nothing", fun(Given) -> Given end}]])
    end).

list(Folder, Lines) ->
    ok = file:write_file(filename:join(Folder, "mutants"), unicode:characters_to_binary(Lines)).

%% Started by a command line: erl ... -run codepurger_mutants names FOLDER [SOURCE]. Lists the names of all small changes of all functions.
-spec names([string()]) -> no_return().
names([Folder | Source]) ->
    codepurger_given:reporting(fun() -> list(Folder, [[Name, "\n"] || {Name, _} <- variants(forms(Source))]) end).

%% Started by a command line: erl ... -run codepurger_mutants systematic FOLDER [SOURCE]. Makes those of them whose names stand in the file "wanted"; a
%% line of the list is name, kind of change, line of the source, what was changed, and what made it impossible to load.
-spec systematic([string()]) -> no_return().
systematic([Folder | Source]) ->
    codepurger_given:reporting(fun() ->
        Forms = forms(Source),
        {ok, Wanted} = file:read_file(filename:join(Folder, "wanted")),
        Names = string:lexemes(binary_to_list(Wanted), "\n"),
        made = made(filename:join(Folder, atom_to_list(?UNCHANGED)), fun(Given) -> Given end, Forms),
        list(Folder, [line(Folder, Name, One, Forms) || {Name, One} <- variants(Forms), lists:member(Name, Names)])
    end).

line(Folder, Name, {Line, Operator, Was, Is, Changed}, Forms) ->
    Trouble = try
        made = made(filename:join(Folder, Name), fun(Given) -> replaced(Changed, Given) end, Forms),
        ""
    catch
        throw:{wrong, Text} -> Text
    end,
    What = [one_line(Was), " -> ", one_line(Is)],
    [lists:join("\t", [Name, atom_to_list(Operator), integer_to_list(Line), What, one_line(Trouble)]), "\n"].

one_line(Text) ->
    lists:join(" ", string:lexemes(unicode:characters_to_list(Text), " \t\r\n")).

replaced({function, _, Name, Arity, _} = Changed, Forms) ->
    [case Form of
        {function, _, Name, Arity, _} -> Changed;
        _ -> Form
    end || Form <- Forms].

%% Each with a name: function, kind of change, and a number if there are several.
variants(Forms) ->
    [{lists:flatten(io_lib:format("~ts-~b.~ts.~b", [Name, Arity, Operator, Number])), One}
        || {function, _, Name, Arity, _} = Function <- Forms, {Number, {_, Operator, _, _, _} = One} <- numbered(codepurger_variants:of_function(Function))].

%% Counted for each kind of change.
numbered(Variants) ->
    {Numbered, _} = lists:mapfoldl(fun({_, Operator, _, _, _} = One, Counts) ->
        Number = maps:get(Operator, Counts, 0) + 1,
        {{Number, One}, Counts#{Operator => Number}}
    end, #{}, Variants),
    Numbered.

forms([]) ->
    case codepurger_forms:own(erts_code_purger) of
        {ok, Forms} -> Forms;
        none -> codepurger_given:wrong("the purger of this Erlang was compiled without debug_info", [])
    end;
forms([Source]) ->
    _ = codepurger_given:compiled(Source),
    codepurger_forms:read(Source).

made(Folder, Change, Forms) ->
    try Change(Forms) of
        Changed ->
            ok = file:make_dir(Folder),
            Source = filename:join(Folder, "erts_code_purger.erl"),
            ok = file:write_file(Source, codepurger_forms:source(Changed)),
            ok = codepurger_given:into(Source, Folder),
            made
    catch
        throw:nothing_to_change -> absent
    end.

all() ->
    killing() ++ checking() ++ saving() ++ answering() ++ testing() ++ loading().

%% ------------------------------------------------------------------------------------------------------------ kills

killing() ->
    [{'kill-limit-three', ["KILL-9"], "three kills outstanding at most", fun(F) -> everywhere("10", "3", F) end},
     {'kill-limit-eleven', ["KILL-1"], "eleven kills outstanding at most", fun(F) -> everywhere("10", "11", F) end},
     {'first-in-first-out', ["KILL-3"], "who waits first is killed first",
      fun(F) -> rewrite({cpc_sched_kill, 2}, "[Pid | Pids]", "Pids ++ [Pid]", F) end},
     {'killed-before-monitored', ["KILL-2"], "a victim is killed before it is monitored",
      fun(F) -> killing("M = erlang:monitor(process, P)", "M = begin exit(P, kill), erlang:monitor(process, P) end", F) end},
     {'kill-can-be-trapped', ["KILL-8"], "a victim is sent an exit signal that it can trap",
      fun(F) -> killing("exit(P, kill)", "exit(P, shutdown)", F) end},
     {'flag-never-set', ["KILL-4"], "the flag is not set by a kill", fun(F) ->
         change_field({cpc_sched_kill_waiting, 1}, killed, "true", "false", change_field({cpc_sched_kill, 2}, killed, "true", "false", F))
     end},
     {'ends-with-kills-outstanding', ["KILL-5"], "a hard check ends though kills are outstanding",
      fun(F) -> drop_field({cpc_receive, 4}, outstanding, "[]", F) end},
     {'slot-stays-taken', ["KILL-9"], "a death does not free its slot",
      fun(F) -> change_field({cpc_handle_down, 2}, no_outstanding, "N - 1", "N", F) end},
     {'next-is-not-killed', ["KILL-6"], "after a death no waiting victim is killed",
      fun(F) -> rewrite({cpc_handle_down, 2}, "cpc_sched_kill_waiting(State)", "State", F) end},
     {'any-down-is-a-death', ["CHECK-4"], "a DOWN of no victim counts as a death",
      fun(F) -> rewrite({cpc_list_rm, 2}, "throw(undefined)", "[]", F) end}].

%% A victim is killed at once, or when it has waited.
killing(Pattern, Replacement, Forms) ->
    rewrite({cpc_sched_kill_waiting, 1}, Pattern, Replacement, rewrite({cpc_sched_kill, 2}, Pattern, Replacement, Forms)).

%% ------------------------------------------------------------------------------------------------------------ checks

checking() ->
    [{'tag-not-compared', ["CHECK-3"], "answers of other checks count",
      fun(F) -> rewrite({cpc_receive, 4}, "{check_process_code, {Tag, Pid}, Answer}", "{check_process_code, {_, Pid}, Answer}", F) end},
     {'snapshot-before-prepare', ["CHECK-1"], "the snapshot is taken before prepare", fun(F) ->
         rewrite({do_purge, 2},
             "case erts_internal:purge_module(M, prepare) of
                  false -> Nothing;
                  true -> Result = check_proc_code(erlang:processes(), M, true, R), Complete, Answer
              end",
             "begin
                  Pids = erlang:processes(),
                  case erts_internal:purge_module(M, prepare) of
                      false -> Nothing;
                      true -> Result = check_proc_code(Pids, M, true, R), Complete, Answer
                  end
              end", F)
     end},
     {'purger-not-asked', ["CHECK-2"], "the purger does not ask itself",
      fun(F) -> rewrite({do_purge, 2}, "erlang:processes()", "erlang:processes() -- [self()]", F) end},
     {'soft-purge-completes', ["SOFT-3"], "a soft purge completes though a process refers to the code",
      fun(F) -> rewrite({cpc_receive, 4}, "cpc_result(S, R, abort)", "cpc_result(S, R, complete)", F) end},
     {'soft-purge-kills', ["SOFT-4"], "a soft purge kills",
      fun(F) -> rewrite({do_soft_purge, 2}, "check_proc_code(P, M, false, R)", "begin {_, New} = check_proc_code(P, M, true, R), {complete, New} end", F) end},
     {'code-stays', ["PURGE-4"], "a hard purge does not remove the code",
      fun(F) -> rewrite({do_purge, 2}, "true = erts_internal:purge_module(M, complete)", "_ = erts_internal:purge_module(M, abort)", F) end}].

%% ------------------------------------------------------------------------------------------------------------ saved requests

saving() ->
    [{'saved-not-reversed', ["QUEUE-1"], "saved requests are served last in, first out",
      fun(F) -> rewrite({cpc_result, 3}, "cpc_reverse(New)", "New", F) end},
     {'saved-before-older', ["QUEUE-3"], "newly saved requests go before those saved earlier",
      fun(F) -> rewrite({cpc_result, 3}, "Old ++ New", "New ++ Old", F) end},
     {'saved-sent-again', ["QUEUE-4"], "saved requests go behind the mailbox",
      fun(F) -> rewrite({check_requests, 1}, "handle_request(R, Rs)", "begin self() ! R, check_requests(Rs) end", F) end},
     {'soft-not-saved', ["QUEUE-1"], "a soft_purge in a check is dropped",
      fun(F) -> rewrite({cpc_receive, 4}, "element(1, R) == soft_purge", "element(1, R) == codepurger_nothing", F) end},
     {'test-not-saved', ["QUEUE-1"], "a test_purge in a check is dropped",
      fun(F) -> rewrite({cpc_receive, 4}, "element(1, R) == test_purge", "element(1, R) == codepurger_nothing", F) end},
     {'malformed-not-saved', ["QUEUE-2"], "a malformed purge in a check is dropped",
      fun(F) -> rewrite({cpc_receive, 4}, "element(1, R) == purge", "element(1, R) == purge andalso tuple_size(R) == 4", F) end},
     {'finish-saved', ["QUEUE-5"], "a finish_after_on_load in a check is saved (which mends the defect)", fun finish_saved/1},
     {'garbage-left-in-check', ["QUEUE-8"], "what a check does not know stays in the mailbox",
      fun(F) -> drop_catch_all({cpc_receive, 4}, F) end}].

finish_saved(F) ->
    rewrite({cpc_receive, 4}, "element(1, R) == soft_purge", "element(1, R) == soft_purge orelse element(1, R) == finish_after_on_load", F).

%% ------------------------------------------------------------------------------------------------------------ answers

answering() ->
    [{'old-code-claimed', ["PURGE-1"], "without old code the result is {true, false}",
      fun(F) -> rewrite({do_purge, 2}, "{{false, false}, R}", "{{true, false}, R}", F) end},
     {'killed-not-told', ["KILL-4"], "the result of a hard purge is always {true, false}",
      fun(F) -> rewrite({do_purge, 2}, "{{true, Kill}, R}", "begin _ = Kill, {{true, false}, R} end", F) end},
     {'soft-without-old-code-fails', ["SOFT-1"], "a soft purge without old code is answered with false",
      fun(F) -> rewrite({do_soft_purge, 2}, "{true, R}", "{false, R}", F) end},
     {'wrong-kind', ["DISPATCH-4"], "a soft purge is answered as a hard one",
      fun(F) -> rewrite({handle_request, 2}, "From ! {reply, soft_purge, Res, Ref}", "From ! {reply, purge, Res, Ref}", F) end},
     {'soft-not-answered', ["LIVE-1"], "a soft purge is not answered",
      fun(F) -> rewrite({handle_request, 2}, "From ! {reply, soft_purge, Res, Ref}", "_ = Res", F) end},
     {'exit-signals-kill', ["DISPATCH-6"], "exit signals are not trapped",
      fun(F) -> rewrite({start, 0}, "process_flag(trap_exit, true)", "process_flag(trap_exit, false)", F) end}].

%% ------------------------------------------------------------------------------------------------------------ test_purge

testing() ->
    [{'tester-death-ignored-at-started', ["HANDSHAKE-12"], "the death of a tester at started is ignored",
      fun(F) -> drop_clause_in({test_progress, 4}, "started", "{'DOWN', M, process, F, R}", F) end},
     {'tester-death-ignored-at-continued', ["HANDSHAKE-14"], "the death of a tester at continued is ignored",
      fun(F) -> drop_clause_in({test_progress, 4}, "continued", "{'DOWN', M, process, F, R}", F) end},
     {'ref-of-continue-not-compared', ["HANDSHAKE-6"], "any continue ends the wait",
      fun(F) -> rewrite_in({test_progress, 4}, "started", "{continue, Ref}", "{continue, _}", F) end},
     {'ref-of-complete-not-compared', ["HANDSHAKE-6"], "any complete ends the wait",
      fun(F) -> rewrite_in({test_progress, 4}, "continued", "{complete, Ref}", "{complete, _}", F) end},
     {'no-wait-for-continue', ["HANDSHAKE-1"], "a hard session does not wait for continue",
      fun(F) -> rewrite({do_test_hard_purge, 4}, "test_progress(started, From, Ref, ok)", "begin From ! {started, Ref}, ok end", F) end},
     {'no-wait-for-complete', ["HANDSHAKE-2"], "a hard session does not wait for complete",
      fun(F) -> rewrite({do_test_hard_purge, 4}, "_ = test_progress(continued, From, Ref, Res)", "_ = Res", F) end},
     {'code-of-session-stays', ["PURGE-4"], "the code of a hard session stays",
      fun(F) -> rewrite({do_test_hard_purge, 4}, "true = erts_internal:purge_module(M, complete)", "_ = erts_internal:purge_module(M, abort)", F) end},
     {'other-type-is-soft', ["DISPATCH-8"], "a test_purge whose type is not boolean is a soft one",
      fun(F) -> rewrite({do_test_purge, 5}, "false", "_", F) end}].

%% ------------------------------------------------------------------------------------------------------------ on_load

loading() ->
    [{'failed-on-load-stays', ["ONLOAD-2"], "failed code is not removed", fun(F) ->
         rewrite({do_finish_after_on_load, 3}, "true = erts_internal:purge_module(M, complete)", "_ = erts_internal:purge_module(M, abort)", F)
     end},
     {'failed-on-load-not-checked', ["ONLOAD-3"], "processes in failed code are not killed",
      fun(F) -> rewrite({do_finish_after_on_load, 3}, "check_proc_code(P, M, true, R)", "{false, R}", F) end}].
