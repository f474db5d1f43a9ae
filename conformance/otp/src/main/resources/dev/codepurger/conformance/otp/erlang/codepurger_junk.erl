%% What is no request, though some of it begins like one.
-module(codepurger_junk).

-export([of_kind/1, of_kind/2]).

%% What it names: a module, who is to be answered, and the ref.
-type names() :: {module(), pid(), term()}.

-spec of_kind(binary()) -> {message, term()} | {exit, term()}.
of_kind(Kind) ->
    of_kind(Kind, {codepurger_nothing, self(), ref}).

-spec of_kind(binary(), names()) -> {message, term()} | {exit, term()}.
% A purger that does not trap it dies of this reason, which is one that the labels know. It is not the one that nobody can trap.
of_kind(<<"exit_message">>, _) -> {exit, killed};
of_kind(Kind, Names) -> {message, message(Kind, Names)}.

message(<<"malformed_purge">>, _) -> {purge};
% The others have the right size: it takes a guard to tell them.
message(<<"malformed_soft_purge">>, _) -> {soft_purge, codepurger_nothing, no_pid, ref};
message(<<"malformed_test_purge">>, _) -> {test_purge, "no atom", self(), true, ref};
message(<<"malformed_finish">>, _) -> {finish_after_on_load, {codepurger_nothing, true}, no_pid, ref};
message(<<"non_atom_module">>, _) -> {purge, "no atom", self(), ref};
message(<<"non_pid_from">>, _) -> {purge, codepurger_nothing, no_pid, ref};
message(<<"non_boolean_keep">>, _) -> {finish_after_on_load, {codepurger_nothing, perhaps}, self(), ref};
message(<<"soft_purge_non_atom_module">>, _) -> {soft_purge, "no atom", self(), ref};
message(<<"test_purge_non_pid_from">>, _) -> {test_purge, codepurger_nothing, no_pid, true, ref};
message(<<"finish_non_atom_module">>, _) -> {finish_after_on_load, {"no atom", true}, self(), ref};
message(<<"atom">>, _) -> codepurger;
message(<<"tuple">>, _) -> {codepurger, 1, 2};
message(<<"integer">>, _) -> 42;
message(<<"unknown_tag">>, {Module, From, Ref}) -> {codepurger_unknown, Module, From, Ref};
message(<<"unknown_tag_with_keep">>, {Module, From, Ref}) -> {codepurger_unknown, {Module, true}, From, Ref};
message(<<"unknown_tag_with_type">>, {Module, From, Ref}) -> {codepurger_unknown, Module, From, true, Ref}.
