%% What the harness does to judged processes. What would have to be done by a process that cannot act has no effect.
-module(codepurger_processes).

-export([act/3, acting/2, called/2, keep/3]).

-include("codepurger.hrl").

-define(PURGER, <<"purger">>).

%% A process does one thing after the other: what it is to do now comes after the call that it is about to make. That has been made when it
%% has returned, or the caller waits for the end of a purge.
-spec called(binary(), #node{}) -> #node{}.
called(Name, #node{processes = Processes} = Node) ->
    case Processes of
        #{Name := #process{pid = Pid, call = Call, paused = false, suspended = false}} when Call =/= none ->
            case process_info(Pid, [status, current_function]) of
                [{status, suspended}, {current_function, {erts_code_purger, pending_purge_lambda, 3}}] ->
                    Node;
                _ ->
                    erlang:yield(),
                    called(Name, codepurger_seen:drain(Node))
            end;
        #{} ->
            Node
    end.

-spec act(binary(), map(), #node{}) -> {atom() | boolean(), #node{}}.
act(<<"spawn">>, #{<<"process">> := Name, <<"where">> := Where, <<"traits">> := Traits}, #node{processes = Processes} = Node) ->
    case is_map_key(Name, Processes) of
        true -> {no_effect, Node};
        false -> spawned(Name, Where, Traits, Node)
    end;
act(<<"leave">>, #{<<"process">> := Name}, Node) ->
    with_acting(Name, Node, fun(#process{pid = Pid, monitor = Monitor}) ->
        Pid ! {codepurger, leave},
        {await(left, Pid, Monitor), Node}
    end);
act(<<"exit">>, #{<<"process">> := Name}, Node) ->
    with_acting(Name, Node, fun(#process{pid = Pid} = Process) ->
        Pid ! {codepurger, exit},
        {ok, keep(Name, Process#process{exiting = true}, Node)}
    end);
act(<<"call">>, #{<<"process">> := Name, <<"call">> := Call, <<"module">> := Module}, Node) ->
    with_acting(Name, Node, fun(#process{pid = Pid} = Process) ->
        {Atom, Next} = codepurger_modules:name(Module, Node),
        Pid ! {codepurger, {call, Call, Atom}},
        {ok, keep(Name, Process#process{call = Call}, Next)}
    end);
act(<<"call_fun">>, #{<<"process">> := Name, <<"call">> := Call, <<"fun">> := Fun}, #node{funs = Funs} = Node) ->
    with_acting(Name, Node, fun(#process{pid = Pid} = Process) ->
        case Funs of
            #{Fun := {Made, Module, Code}} ->
                {Cell, Next} = cell(Module, Code, Node),
                Pid ! {codepurger, {call_fun, Call, Made, Cell}},
                {ok, keep(Name, Process#process{call = Call, fun_code = {Module, Code}, cell = Cell}, Next)};
            #{} ->
                {no_effect, Node}
        end
    end);
act(<<"alive">>, #{<<"process">> := ?PURGER}, Node) ->
    {true, Node};
act(<<"alive">>, #{<<"process">> := Name}, Node) ->
    {living(Name, Node) =/= none, Node};
act(<<"kill">>, #{<<"process">> := Name}, Node) ->
    with_living(Name, Node, fun(#process{pid = Pid}) ->
        exit(Pid, kill),
        {ok, Node}
    end);
act(<<"pause">>, #{<<"process">> := Name}, Node) ->
    with_living(Name, Node, fun
        (#process{paused = true}) -> {ok, Node};
        (Process) -> paused(Name, Process, Node)
    end);
act(<<"resume">>, #{<<"process">> := Name}, Node) ->
    with_living(Name, Node, fun
        (#process{paused = false}) -> {no_effect, Node};
        (Process) -> resumed(Name, Process, Node)
    end);
act(<<"suspend">>, #{<<"process">> := Name}, Node) ->
    with_living(Name, Node, fun
        (#process{suspended = true}) -> {no_effect, Node};
        % What it has been told it does, and it must not be stopped before.
        (#process{exiting = true, pid = Pid, monitor = Monitor}) -> {await(exited, Pid, Monitor), Node};
        (Process) -> {ok, keep(Name, suspended(Process#process{suspended = true}), Node)}
    end);
act(<<"unsuspend">>, #{<<"process">> := Name}, Node) ->
    with_living(Name, Node, fun
        (#process{suspended = false}) -> {no_effect, Node};
        (Process) -> {ok, keep(Name, unsuspended(Process), Node)}
    end).

%% ------------------------------------------------------------------------------------------------------------ who can act

%% The process, if it is alive and can do something of its own.
-spec acting(binary(), #node{}) -> none | #process{}.
acting(Name, Node) ->
    case living(Name, Node) of
        #process{paused = false, suspended = false, call = none} = Process -> Process;
        _ -> none
    end.

%% The process, if it is alive; one that is paused is, as long as nobody has seen it die.
living(Name, #node{processes = Processes}) ->
    case Processes of
        #{Name := #process{paused = false, pid = Pid} = Process} ->
            case is_process_alive(Pid) of
                true -> Process;
                false -> none
            end;
        #{Name := Process} ->
            Process;
        #{} ->
            none
    end.

with_acting(Name, Node, Do) ->
    with(acting(Name, Node), Node, Do).

with_living(Name, Node, Do) ->
    with(living(Name, Node), Node, Do).

with(none, Node, _) -> {no_effect, Node};
with(Process, _, Do) -> Do(Process).

-spec keep(binary(), #process{}, #node{}) -> #node{}.
keep(Name, Process, #node{processes = Processes} = Node) ->
    Node#node{processes = Processes#{Name => Process}}.

%% ------------------------------------------------------------------------------------------------------------ spawn

spawned(Name, #{<<"name">> := Kind} = Where, Traits, Node) ->
    case place(Kind, Where, Node) of
        {none, Next} -> {no_effect, Next};
        {Place, Residence, Call, Next} -> started(Name, Place, residence(Residence, Traits), Traits, Call, Next)
    end.

place(<<"nowhere">>, _, Node) ->
    {nowhere, waiting, none, Node};
place(<<"in_module">>, #{<<"module">> := Module, <<"residence">> := Residence}, Node) ->
    {Atom, Next} = codepurger_modules:name(Module, Node),
    case Residence of
        <<"fun_only">> -> {{fun_only, Atom}, waiting, none, Next};
        _ -> {{module, Atom}, binary_to_existing_atom(Residence), none, Next}
    end;
place(<<"in_on_load">>, #{<<"module">> := Module}, Node) ->
    {Place, Next} = codepurger_modules:pending(Module, Node),
    {Place, waiting, none, Next};
place(<<"on_fun">>, #{<<"fun">> := Name}, #node{funs = Funs} = Node) ->
    case Funs of
        #{Name := {Fun, Module, Code}} -> {{'fun', Fun}, waiting, {Module, Code}, Node};
        #{} -> {none, Node}
    end.

residence(waiting, Traits) ->
    case lists:member(<<"dirty">>, Traits) of
        true -> dirty;
        false -> waiting
    end;
residence(Residence, _) ->
    Residence.

started(Name, Place, Residence, Traits, none, Node) ->
    started(Name, Place, Residence, Traits, none, 0, Node);
started(Name, Place, Residence, Traits, {Module, Code}, Node) ->
    {Cell, Next} = cell(Module, Code, Node),
    started(Name, Place, Residence, Traits, {Module, Code}, Cell, Next).

started(Name, Place, Residence, Traits, Code, Cell, Node) ->
    State = #{
        adapter => self(), where => Place, residence => Residence,
        trap_exit => lists:member(<<"trap_exit">>, Traits), dirty => lists:member(<<"dirty">>, Traits)
    },
    Priority = case lists:member(<<"low_priority">>, Traits) of true -> low; false -> normal end,
    {Pid, Monitor} = spawn_opt(codepurger_process, start, [State], [monitor, {priority, Priority}, {scheduler, Cell}]),
    _ = await(ready, Pid, Monitor),
    Restless = Residence =:= busy orelse lists:member(<<"dirty">>, Traits),
    Process = #process{pid = Pid, monitor = Monitor, restless = Restless, cell = Cell, fun_code = Code, call = spawned_on(Code)},
    #node{names = Names, known = Known} = Next = keep(Name, Process, Node),
    {ok, Next#node{names = Names#{Pid => Name}, known = Known#{Pid => Name}}}.

%% Until it has called, it can do nothing else.
spawned_on(none) -> none;
spawned_on(_) -> spawned.

%% Who calls a fun of old code may be suspended in it, and can then not go anywhere to be paused; it goes there before.
cell(Module, Code, Node) ->
    case codepurger_modules:is_old(Module, Code, Node) andalso codepurger_pause:can(Node) of
        true -> codepurger_pause:open_cell(Node);
        false -> {0, Node}
    end.

%% Waits until the process has done it, or is dead, which is still to be seen.
await(What, Pid, Monitor) ->
    receive
        {What, Pid} -> ok;
        {'DOWN', Monitor, process, Pid, _} = Down ->
            self() ! Down,
            no_effect
    end.

%% ------------------------------------------------------------------------------------------------------------ pauses

paused(Name, #process{call = Call} = Process, Node) when Call =/= none ->
    {#process{cell = Cell} = Paused, Next} = codepurger_pause:keep(Process, Node),
    % The end of a purge that has come by now lets it go, too.
    case codepurger_seen:drain(keep(Name, Paused, Next)) of
        #node{processes = #{Name := #process{call = none} = Returned}} = Drained ->
            % It was let go before it could be kept.
            paused(Name, Returned#process{paused = false, kept_caller = false}, codepurger_pause:unguard(Cell, Drained));
        #node{processes = #{Name := _}} = Drained ->
            {ok, Drained};
        Drained ->
            {no_effect, codepurger_pause:unguard(Cell, Drained)}
    end;
paused(Name, Process, Node) ->
    {Outcome, Paused, Next} = codepurger_pause:pause(quiet(Process), Node),
    {Outcome, keep(Name, Paused, Next)}.

%% A process can only be paused if it does as it is told: one that is suspended has to run for a moment, in which nobody tells it anything
%% else.
quiet(#process{suspended = true, pid = Pid} = Process) ->
    _ = catch erlang:resume_process(Pid),
    Process;
quiet(Process) ->
    Process.

resumed(Name, #process{call = Call} = Process, Node) ->
    {Resumed, Next} = codepurger_pause:resume(Process, Node),
    Running = case Call of
        none -> suspended(Resumed);
        % Whether it is suspended has been told to it all the while.
        _ -> Resumed
    end,
    {ok, keep(Name, Running, Next)}.

suspended(#process{suspended = false} = Process) ->
    Process;
suspended(#process{paused = true, call = none} = Process) ->
    % It is not to stop where it has to run for a moment when it is resumed.
    Process;
suspended(#process{paused = true, pid = Pid} = Process) ->
    _ = catch erlang:suspend_process(Pid, [asynchronous]),
    Process;
suspended(#process{pid = Pid} = Process) ->
    _ = catch erlang:suspend_process(Pid),
    Process.

unsuspended(#process{paused = true, call = none} = Process) ->
    Process#process{suspended = false};
unsuspended(#process{pid = Pid} = Process) ->
    _ = catch erlang:resume_process(Pid),
    Process#process{suspended = false}.
