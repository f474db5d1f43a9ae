%% Pauses processes. A paused process is bound to a scheduler that is offline: it is in a run queue that nobody takes from, so that it handles
%% no signal, and costs nothing. Each has a scheduler of its own, a cell. To resume one, all schedulers up to its cell have to be online; if
%% others are kept on the way, a hog on each of these cells sees to it that nothing else runs there.
-module(codepurger_pause).

-export([can/1, cells/1, pause/2, keep/2, unguard/2, open_cell/1, resume/2, free_all/1, tidy/1, run/1, visit/2]).

-include("codepurger.hrl").

%% So many turns are enough to come to an end.
-define(ROUNDS, 20).

%% Can anything be paused?
-spec can(#node{}) -> boolean().
can(Node) ->
    cells(Node) > 0.

%% How many processes can be paused at once.
-spec cells(#node{}) -> integer().
cells(#node{schedulers = Schedulers}) ->
    erlang:system_info(schedulers) - Schedulers.

%% Pauses a process that does as it is told; ends when it handles no signal any more.
-spec pause(#process{}, #node{}) -> {ok | no_effect, #process{}, #node{}}.
pause(Process, Node) ->
    case free_cell(Node) of
        {offline, Cell} ->
            pause(Cell, Process, Node);
        {online, Cell} ->
            pause(Cell, Process, add(Cell, ready(hog(Cell)), Node))
    end.

pause(Cell, #process{pid = Pid, monitor = Monitor} = Process, Node) ->
    Pid ! {codepurger, {pause, Cell}},
    receive
        {paused, Pid} -> {ok, Process#process{cell = Cell, paused = true}, Node};
        {'DOWN', Monitor, process, Pid, _} = Down ->
            self() ! Down,
            {no_effect, Process, unguard(Cell, Node)}
    end.

%% The first that is offline and not in use, or if there is none, the first that is online without being used. Each scheduler makes it slower to
%% bring others online, so there are not many.
free_cell(#node{processes = Processes, hogs = Hogs, online = Online} = Node) ->
    Used = maps:keys(Hogs) ++ [Cell || #process{cell = Cell} <- maps:values(Processes)],
    case lists:seq(first(Node), erlang:system_info(schedulers)) -- Used of
        [] -> throw({cannot, <<"there are not enough schedulers to pause so many processes">>});
        [First | _] = Free ->
            case [Cell || Cell <- Free, Cell > Online] of
                [Cell | _] -> {offline, Cell};
                [] -> {online, First}
            end
    end.

first(#node{schedulers = Schedulers}) ->
    Schedulers + 1.

%% A cell that is online, for somebody who can be paused there when it can do nothing itself.
-spec open_cell(#node{}) -> {pos_integer(), #node{}}.
open_cell(Node) ->
    {_, Cell} = free_cell(Node),
    {Cell, online(max(Cell, Node#node.online), guard(Cell, Node))}.

%% Pauses somebody who is in an open cell.
-spec keep(#process{}, #node{}) -> {#process{}, #node{}}.
keep(#process{cell = 0}, _) ->
    throw({cannot, <<"a suspended caller has no scheduler of its own">>});
keep(#process{cell = Cell} = Process, Node) ->
    Hog = ready(hog(Cell)),
    Waits = codepurger_modules:is_purged(Process#process.fun_code, Node),
    {Process#process{paused = true, kept_caller = Waits}, add(Cell, Hog, Node)}.

%% Lets a process run again; ends when it does, or has died. Who is a suspended caller may run, and does not.
-spec resume(#process{}, #node{}) -> {#process{}, #node{}}.
resume(#process{pid = Pid, cell = Cell, call = none} = Process, Node) ->
    Guarded = guard(Cell, Node),
    Online = online(max(Cell, Guarded#node.online), Guarded),
    Freed = unguard(Cell, Online),
    receive
        {resumed, Pid} -> ok;
        {'DOWN', Monitor, process, Pid, _} = Down when Monitor =:= Process#process.monitor -> self() ! Down
    end,
    {Process#process{cell = 0, paused = false}, Freed};
resume(#process{cell = Cell} = Process, Node) ->
    {Process#process{paused = false, kept_caller = false}, unguard(Cell, Node)}.

%% A hog for every cell before this one that somebody is kept in.
guard(Cell, #node{processes = Processes, hogs = Hogs} = Node) ->
    Kept = [One || #process{cell = One, paused = true} <- maps:values(Processes), One < Cell, not is_map_key(One, Hogs)],
    lists:foldl(fun(One, Guarded) -> add(One, hog(One), Guarded) end, Node, Kept).

%% A hog is asked in checks like every process, but it stands for nobody. It answers when it ends, for it is more important than what it is asked.
add(Cell, Hog, #node{hogs = Hogs, known = Known} = Node) ->
    Node#node{hogs = Hogs#{Cell => Hog}, known = Known#{Hog => hog}}.

%% Takes the hog of a cell away, if there is one.
-spec unguard(non_neg_integer(), #node{}) -> #node{}.
unguard(Cell, #node{hogs = Hogs} = Node) ->
    case Hogs of
        #{Cell := Hog} ->
            Hog ! stop,
            Node#node{hogs = maps:remove(Cell, Hogs)};
        #{} ->
            Node
    end.

%% Takes schedulers offline that nobody needs. As long as there is a hog its cell has to be online: it is asked in checks like every
%% process, and must be able to answer; and so has the cell of a caller that is not paused.
-spec tidy(#node{}) -> #node{}.
tidy(#node{schedulers = Schedulers, online = Schedulers} = Node) ->
    Node;
tidy(#node{hogs = Hogs, processes = Processes, schedulers = Schedulers} = Node) ->
    Open = [Cell || #process{cell = Cell, paused = false} <- maps:values(Processes)],
    case lists:max([0 | Open ++ maps:keys(Hogs)]) of
        0 -> online(Schedulers, Node);
        Needed -> online(max(Needed, Schedulers), Node)
    end.

online(Count, #node{online = Count} = Node) ->
    Node;
online(Count, #node{online = Before} = Node) ->
    Next = case Before > Count of
        true -> empty(lists:seq(Count + 1, Before), Node);
        false -> Node
    end,
    _ = erlang:system_flag(schedulers_online, Count),
    Next#node{online = Count}.

%% Waits until nobody is left in these cells. Who is bound to a scheduler and was killed is seen to be dead before all of its end has come: the rest
%% of it, and of what it was asked, would stay there. So somebody goes and looks, from the queue that all who are there stand in. The purger does
%% nothing meanwhile, or it could ask them too.
empty(Cells, Node) ->
    Kept = codepurger_control:keep(Node#node{risky = true}),
    Visitors = [spawn_opt(?MODULE, visit, [Cell, ?ROUNDS], [{scheduler, Cell}, monitor]) || Cell <- Cells],
    lists:foreach(fun({_, Monitor}) -> receive {'DOWN', Monitor, process, _, _} -> ok end end, Visitors),
    codepurger_control:let_go(Kept, Node).

%% What a visitor runs: it lets everybody there have a turn until it is alone. Others, who run there by chance, go elsewhere, or are busy and stay.
-spec visit(pos_integer(), non_neg_integer()) -> ok.
visit(_, 0) ->
    ok;
visit(Cell, Rounds) ->
    case lists:nth(Cell, erlang:statistics(run_queue_lengths_all)) of
        0 -> ok;
        _ ->
            erlang:yield(),
            visit(Cell, Rounds - 1)
    end.

hog(Cell) ->
    spawn_opt(?MODULE, run, [self()], [{scheduler, Cell}, {priority, max}]).

%% It runs: nobody else does there from now on.
ready(Hog) ->
    receive {hog, Hog} -> Hog end.

%% What a hog runs: it sleeps in the emulator most of the time, so that it costs little, and lets go of its scheduler in between for those
%% who wait for all schedulers to have moved; nobody else can run there, because it has the highest priority.
-spec run(pid()) -> ok.
run(Adapter) ->
    Adapter ! {hog, self()},
    stay().

stay() ->
    receive
        stop -> ok
    after 0 ->
        true = erts_debug:set_internal_state(sleep, 1),
        % Somebody else in this run queue, who is not bound to it, is taken away by another scheduler, which wakes the sooner the more is done.
        true = erlang:bump_reductions(4000),
        erlang:yield(),
        stay()
    end.

%% Lets everybody run; for the end of a case.
-spec free_all(#node{}) -> #node{}.
free_all(#node{hogs = Hogs, processes = Processes} = Node) ->
    case lists:max([0 | [Cell || #process{cell = Cell} <- maps:values(Processes)]]) of
        0 -> tidy(unguard_all(Hogs, Node));
        Cell -> unguard_all(Hogs, online(max(Cell, Node#node.online), Node))
    end.

unguard_all(Hogs, Node) ->
    lists:foldl(fun unguard/2, Node, maps:keys(Hogs)).
