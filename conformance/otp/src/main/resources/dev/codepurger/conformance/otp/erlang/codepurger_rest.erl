%% Finds out whether nothing happens any more. Every process that may run is asked what it does, and answers after it has handled all signals
%% that were sent to it before; the purger is looked at before and after, and must not have done anything in between. So nothing was under
%% way when the first look was taken: whatever had been would have reached somebody, who would not have been at rest.
-module(codepurger_rest).

-export([await/2, all_answered/1]).

-include("codepurger.hrl").

%% A check in which nothing happens for so long, in milliseconds, will never end. Nothing else is decided by time.
-define(STALLED, 1000).

%% So often somebody is looked at who has only just answered.
-define(LOOKS, 50).

%% Waits for rest until this time, in milliseconds.
-spec await(integer(), #node{}) -> {none | {atom(), [binary()]}, #node{}}.
await(Deadline, Node) ->
    await(Deadline, none, 0, Node).

await(Deadline, Stalled, Round, Node) ->
    Next = codepurger_seen:drain(Node),
    case look(Next) of
        {quiet, stalled, Suspended} ->
            patience(Suspended, Deadline, Stalled, Round, Next);
        {quiet, Kind, Suspended} ->
            told(Kind, Suspended, codepurger_seen:drain(codepurger_seen:traced(Next)));
        Busy when Busy =:= restless; Busy =:= changed ->
            % Whether anything has happened shows in what the purger has done; somebody or other may be on its way to wait at any time.
            again(Deadline, Stalled, Round, Next)
    end.

%% Who is suspended by the harness too stays where it was when the purge has ended, and looks as before; and so does who is paused.
told(Kind, Suspended, #node{processes = Processes} = Node) ->
    Waits = fun(Name) ->
        case Processes of
            #{Name := #process{paused = true, kept_caller = Kept}} -> Kept;
            #{Name := #process{suspended = true, fun_code = Code}} -> codepurger_modules:is_purged(Code, Node);
            #{} -> true
        end
    end,
    {{Kind, lists:filter(Waits, Suspended)}, Node#node{still = Kind =:= idle andalso not somebody_paused(Node)}}.

%% Who is paused may have been asked, and answers later; after a soft purge when nobody waits for it.
somebody_paused(#node{processes = Processes}) ->
    lists:any(fun(#process{paused = Paused}) -> Paused end, maps:values(Processes)).

%% To be looked at costs the purger reductions, so they do not tell whether it does anything.
patience(Suspended, Deadline, Stalled, Round, Node) ->
    #node{doings = Doings} = Next = codepurger_seen:traced(Node),
    case Stalled of
        {Since, Doings} ->
            case now_ms() - Since > ?STALLED of
                true -> told(stalled, Suspended, Next);
                false -> again(Deadline, Stalled, Round, Next)
            end;
        _ ->
            again(Deadline, {now_ms(), Doings}, Round, Next)
    end.

%% Lets others run, at first for a moment, and later until something comes or a millisecond has gone.
again(Deadline, Stalled, Round, Node) ->
    case now_ms() > Deadline of
        true -> {none, Node};
        false when Round < 100 ->
            erlang:yield(),
            await(Deadline, Stalled, Round + 1, Node);
        false ->
            receive
            after 1 -> await(Deadline, Stalled, Round, Node)
            end
    end.

now_ms() ->
    erlang:monotonic_time(millisecond).

look(#node{purger = Purger} = Node) ->
    First = codepurger_purger:look(Purger),
    Before = codepurger_purger:reductions(Purger),
    case kind(First, Node) of
        restless ->
            restless;
        Kind ->
            case others(Kind, Node) of
                restless ->
                    restless;
                Suspended ->
                    Done = codepurger_purger:reductions(Purger),
                    Second = codepurger_purger:look(Purger),
                    case {Done, Second, nothing_came()} of
                        {Before, First, true} -> {quiet, Kind, lists:sort(Suspended)};
                        _ -> changed
                    end
            end
    end.

nothing_came() ->
    {message_queue_len, Length} = process_info(self(), message_queue_len),
    Length =:= 0.

%% What kind of rest it is if it is one. Whom the purger watches in a check was killed, and can only be there still if it is paused.
kind({_, suspended, _, Watched}, #node{held = true} = Node) ->
    kept(Watched, blocked, Node);
kind({idle, waiting, 0, _}, _) ->
    idle;
kind({held, waiting, _, Watched}, #node{names = Names}) ->
    % Somebody who has died, and whose DOWN is under way, would still be watched.
    case lists:all(fun(Pid) -> is_map_key(Pid, Names) end, Watched) of
        true -> held;
        false -> restless
    end;
kind({check, waiting, 0, Watched}, Node) ->
    case somebody_paused(Node) of
        true -> kept(Watched, blocked, Node);
        false -> stalled
    end;
kind(_, _) ->
    restless.

kept(Watched, Kind, #node{names = Names, processes = Processes}) ->
    Kept = fun(Pid) ->
        case Names of
            #{Pid := Name} -> true = is_map_key(Name, Processes);
            #{} -> false
        end
    end,
    case lists:all(Kept, Watched) of
        true -> Kind;
        false -> restless
    end.

%% Who is a suspended caller, if everybody else waits who may run.
others(Kind, #node{names = Names, purger = Purger} = Node) ->
    Judged = [{Name, Process} || {Name, #process{paused = false} = Process} <- maps:to_list(Node#node.processes)],
    Kept = [Name || {Name, #process{kept_caller = true}} <- maps:to_list(Node#node.processes)],
    case judged(Judged, Kept) of
        restless -> restless;
        Suspended when Kind =:= idle; Kind =:= held -> Suspended;
        Suspended ->
            % In a check those count too that belong to the system, and whether they have been asked and have not answered does not show.
            ok = all_answered(Node),
            System = [Pid || Pid <- processes(), Pid =/= Purger, Pid =/= self(), not is_map_key(Pid, Names)],
            case lists:all(fun(Pid) -> waits(Pid, ?LOOKS) end, System) of
                true -> Suspended;
                false -> restless
            end
    end.

hogs(#node{known = Known}) ->
    [Pid || {Pid, hog} <- maps:to_list(Known)].

%% Asks those who may run what the purger may have asked before; what they are asked they answer in the order in which it came. The adapter is
%% one of them.
-spec all_answered(#node{}) -> ok.
all_answered(#node{purger = Purger, processes = Processes} = Node) ->
    Away = [Purger | [Pid || #process{paused = true, pid = Pid} <- maps:values(Processes)] ++ hogs(Node)],
    Pids = [Pid || Pid <- processes(), not lists:member(Pid, Away)],
    Ref = make_ref(),
    lists:foreach(fun(Pid) -> async = erlang:check_process_code(Pid, ?MODULE, [{async, Ref}]) end, Pids),
    lists:foreach(fun(_) -> receive {check_process_code, Ref, _} -> ok end end, Pids).

judged([], Suspended) ->
    Suspended;
judged([{Name, #process{pid = Pid} = Process} | Rest], Suspended) ->
    case process_info(Pid, [status, message_queue_len, current_function]) of
        undefined -> restless;
        [{status, Status}, {message_queue_len, Queue}, {current_function, Function}] ->
            case state(Status, Queue, Function, Process) of
                restless -> restless;
                caller -> judged(Rest, [Name | Suspended]);
                waits -> judged(Rest, Suspended)
            end
    end.

state(suspended, _, {erts_code_purger, pending_purge_lambda, 3}, _) -> caller;
state(_, _, _, #process{suspended = true}) -> waits;
state(waiting, 0, _, #process{call = none}) -> waits;
state(_, 0, _, #process{call = none, restless = true}) -> waits;
state(_, _, _, _) -> restless.

%% Who has answered is still on its way to wait.
waits(_, 0) ->
    false;
waits(Pid, Looks) ->
    case process_info(Pid, status) of
        {status, waiting} -> true;
        {status, suspended} -> true;
        undefined -> true;
        _ ->
            hog(Pid) orelse begin
                receive after case Looks rem 5 of 0 -> 1; _ -> 0 end -> ok end,
                waits(Pid, Looks - 1)
            end
    end.

hog(Pid) ->
    process_info(Pid, priority) =:= {priority, max}.
