%% What is no request, though some of it begins like one.
-module(codepurger_junk).

-export([of_kind/1]).

-spec of_kind(binary()) -> {message, term()} | {exit, term()}.
% A purger that does not trap it dies of this reason, which is one that the labels know. It is not the one that nobody can trap.
of_kind(<<"exit_message">>) -> {exit, killed};
of_kind(Kind) -> {message, message(Kind)}.

message(<<"malformed_purge">>) -> {purge};
% The others have the right size: it takes a guard to tell them.
message(<<"malformed_soft_purge">>) -> {soft_purge, codepurger_nothing, no_pid, ref};
message(<<"malformed_test_purge">>) -> {test_purge, "no atom", self(), true, ref};
message(<<"malformed_finish">>) -> {finish_after_on_load, {codepurger_nothing, true}, no_pid, ref};
message(<<"non_atom_module">>) -> {purge, "no atom", self(), ref};
message(<<"non_pid_from">>) -> {purge, codepurger_nothing, no_pid, ref};
message(<<"non_boolean_keep">>) -> {finish_after_on_load, {codepurger_nothing, perhaps}, self(), ref};
message(<<"soft_purge_non_atom_module">>) -> {soft_purge, "no atom", self(), ref};
message(<<"test_purge_non_pid_from">>) -> {test_purge, codepurger_nothing, no_pid, true, ref};
message(<<"finish_non_atom_module">>) -> {finish_after_on_load, {"no atom", true}, self(), ref};
message(<<"atom">>) -> codepurger;
message(<<"tuple">>) -> {codepurger, 1, 2};
message(<<"integer">>) -> 42;
message(<<"unknown_tag">>) -> {codepurger_unknown, codepurger_nothing, self(), ref}.
