%% The live purger, looked at from outside.
-module(codepurger_purger).

-export([pid/0, look/1, reductions/1]).

%% What the purger is at.
-type place() :: idle | held | check | prepare | elsewhere.
-export_type([place/0]).

-spec pid() -> pid() | undefined.
pid() ->
    whereis(erts_code_purger).

%% Where it is, whether it waits there, how many messages it has not taken, and whom it watches. Signals that were sent to it before
%% have been delivered.
-spec look(pid()) -> {place(), waiting | suspended | atom(), non_neg_integer(), [pid()]}.
look(Purger) ->
    [{status, Status}, {current_function, Function}, {message_queue_len, Queue}, {monitors, Monitors}] =
        process_info(Purger, [status, current_function, message_queue_len, monitors]),
    {place(Function), Status, Queue, [Pid || {process, Pid} <- Monitors]}.

place({erts_code_purger, wait_for_request, 0}) -> idle;
place({erlang, hibernate, 3}) -> idle;
place({erts_code_purger, test_progress, 4}) -> held;
place({erts_code_purger, cpc_receive, 4}) -> check;
place({erlang, bif_return_trap, 2}) -> prepare;
place({erts_internal, purge_module, 2}) -> prepare;
place(_) -> elsewhere.

%% How much it has done, without asking itself.
-spec reductions(pid()) -> non_neg_integer().
reductions(Purger) ->
    {reductions, Reductions} = process_info(Purger, reductions),
    Reductions.
