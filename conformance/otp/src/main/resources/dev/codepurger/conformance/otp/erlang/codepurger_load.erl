%% Many clients that really act at once, in rounds: each round begins and ends with a purger that has nothing to do. What each of them does is
%% decided by the seed; in which order they come is not.
-module(codepurger_load).

-export([new/2, round/2]).

-record(load, {
    seed :: integer(),
    priorities :: boolean(),
    purger :: pid(),
    templates :: map(),
    counter :: counters:counters_ref(),
    modules :: [module()],
    %% The modules that have on_load functions: one for each process that deals with these.
    on_load :: [module()],
    %% Those who stay in code, with its module, and the tests whose words nobody else says: {Pid, Module} and {Ref, prompted}.
    people :: ets:table()
}).

-define(MODULES, 3).
-define(ON_LOAD, 2).

-spec new(integer(), boolean()) -> #load{}.
new(Seed, Priorities) ->
    Modules = [codepurger_code:module(0, N) || N <- lists:seq(1, ?MODULES + ?ON_LOAD)],
    #load{
        seed = Seed,
        priorities = Priorities,
        purger = codepurger_purger:pid(),
        templates = codepurger_code:templates(),
        counter = counters:new(1, []),
        modules = lists:sublist(Modules, ?MODULES),
        on_load = lists:nthtail(?MODULES, Modules),
        people = ets:new(?MODULE, [public])
    }.

%% Ends when everybody has done what they had to do, and the purger waits for a request.
-spec round(pos_integer(), #load{}) -> ok.
round(Round, #load{modules = Modules, on_load = OnLoad, people = People} = Load) ->
    Actors =
        [fun() -> times(4, fun() -> owner(Module, Load) end) end || Module <- Modules] ++
        [fun() -> times(4, fun() -> tester(any_module(Load), Load) end) end || _ <- [1, 2]] ++
        [fun() -> times(8, fun() -> client(Load) end) end || _ <- [1, 2]] ++
        [fun() -> times(2, fun() -> on_load(Module, Load) end) end || Module <- OnLoad] ++
        [fun() -> times(12, fun() -> nuisance(Load) end) end],
    Running = [actor(Actor, Number, Round, Load) || {Number, Actor} <- lists:zip(lists:seq(1, length(Actors)), Actors)],
    Prompter = spawn_link(fun() -> prompter(Load) end),
    lists:foreach(fun({Pid, Monitor}) -> receive {'DOWN', Monitor, process, Pid, _} -> ok end end, Running),
    ok = idle(Load),
    unlink(Prompter),
    exit(Prompter, kill),
    [exit(Pid, kill) || {Pid, _} <- people(Load)],
    true = ets:delete_all_objects(People),
    ok.

actor(Actor, Number, Round, #load{seed = Seed}) ->
    spawn_monitor(fun() ->
        _ = rand:seed(exsss, {Seed, Round, Number}),
        Actor()
    end).

times(0, _) ->
    ok;
times(N, Do) ->
    _ = Do(),
    times(N - 1, Do).

one_of(List) ->
    lists:nth(rand:uniform(length(List)), List).

any_module(#load{modules = Modules, on_load = OnLoad}) ->
    one_of([codepurger_nothing | Modules ++ OnLoad]).

people(#load{people = People}) ->
    [Person || {Pid, _} = Person <- ets:tab2list(People), is_pid(Pid)].

%% Somebody who stays in code, if there is anybody, and the module.
person(Load) ->
    case people(Load) of
        [] -> {self(), any_module(Load)};
        People -> one_of(People)
    end.

somebody(Load) ->
    {Pid, _} = person(Load),
    Pid.

%% ------------------------------------------------------------------------------------------------------------ who acts

%% Loads a module twice, between which processes come to stay in its code, and has the old code purged.
owner(Module, Load) ->
    case load(Module, plain, Load) of
        {error, not_purged} ->
            ask(one_of([purge, soft_purge]), Module, Load);
        {module, Module} ->
            times(lingering(), fun() -> linger(module, Module, Load) end),
            _ = load(Module, plain, Load),
            case rand:uniform(4) of
                1 -> ask(purge, Module, Load);
                2 -> ask(soft_purge, Module, Load);
                3 -> tester(Module, Load);
                4 -> pester(Module, Load)
            end
    end.

%% Now and then more than may be killed at once.
lingering() ->
    case rand:uniform(4) of
        1 -> 0;
        2 -> rand:uniform(3);
        3 -> 3 + rand:uniform(6);
        4 -> 9 + rand:uniform(8)
    end.

load(Module, Kind, #load{templates = Templates, counter = Counter}) ->
    ok = counters:add(Counter, 1, 1),
    erlang:load_module(Module, codepurger_code:code(Templates, Kind, Module, counters:get(Counter, 1))).

%% Starts a process that stays in code; it may come too late for that, and ends then.
linger(Where, Module, #load{people = People}) ->
    State = #{adapter => self(), where => {Where, Module}, residence => waiting, trap_exit => one_of([true, false]), dirty => false},
    {Pid, Monitor} = spawn_monitor(codepurger_process, start, [State]),
    receive
        {ready, Pid} ->
            true = erlang:demonitor(Monitor, [flush]),
            ets:insert(People, {Pid, Module});
        {'DOWN', Monitor, process, Pid, _} ->
            ok
    end.

client(#load{purger = Purger} = Load) ->
    Module = any_module(Load),
    case rand:uniform(6) of
        1 -> ask(purge, Module, Load);
        2 -> ask(soft_purge, Module, Load);
        3 -> Purger ! {purge, Module, self(), make_ref()};
        4 -> Purger ! {soft_purge, Module, somebody(Load), make_ref()};
        5 -> hit(somebody(Load), Load);
        6 -> somebody(Load) ! {codepurger, one_of([leave, exit])}
    end.

hit(Pid, _) when Pid =:= self() ->
    ok;
hit(Pid, #load{people = People}) ->
    true = ets:delete(People, Pid),
    exit(Pid, kill).

ask(Kind, Module, #load{purger = Purger}) ->
    Ref = make_ref(),
    Purger ! {Kind, Module, self(), Ref},
    receive {reply, Kind, _, Ref} -> ok end.

%% Forged deaths all the while, so that some come while the purger waits for those of others.
pester(Module, #load{purger = Purger} = Load) ->
    Ref = make_ref(),
    Purger ! {purge, Module, self(), Ref},
    pester(Ref, 60, Load).

pester(Ref, 0, _) ->
    receive {reply, purge, _, Ref} -> ok end;
pester(Ref, More, #load{purger = Purger} = Load) ->
    receive
        {reply, purge, _, Ref} -> ok
    after 0 ->
        Purger ! {'DOWN', make_ref(), process, self(), killed},
        erlang:yield(),
        pester(Ref, More - 1, Load)
    end.

%% Sends what is no request, or holds the purger back until some messages have come together.
nuisance(#load{purger = Purger} = Load) ->
    case rand:uniform(4) of
        1 ->
            true = erlang:suspend_process(Purger),
            times(2 + rand:uniform(6), fun() -> stray(Load) end),
            times(rand:uniform(200), fun erlang:yield/0),
            true = erlang:resume_process(Purger);
        _ ->
            stray(Load)
    end.

stray(#load{purger = Purger, priorities = Priorities} = Load) ->
    Module = any_module(Load),
    case rand:uniform(10) of
        1 -> send(codepurger_junk:of_kind(one_of(junk())), Purger);
        2 -> Purger ! {'DOWN', make_ref(), process, somebody(Load), killed};
        3 -> Purger ! {check_process_code, {make_ref(), somebody(Load)}, one_of([true, false])};
        4 -> Purger ! {one_of([continue, complete]), make_ref()};
        5 -> Purger ! {purge, Module, self(), make_ref()};
        6 -> Purger ! {soft_purge, Module, self(), make_ref()};
        7 -> Purger ! {test_purge, Module, self(), other, make_ref()};
        8 -> Purger ! {test_purge, Module, Purger, one_of([true, false]), prompted(Load)};
        9 -> named(person(Load), Load);
        10 when Priorities -> Purger ! {change_prio, self(), make_ref(), one_of([low, normal, high, max, perhaps])};
        10 -> Purger ! codepurger
    end.

%% Somebody in the code that is to be purged is the tester.
named({Pid, Module}, #load{purger = Purger} = Load) ->
    Purger ! {test_purge, Module, Pid, one_of([true, true, false]), prompted(Load)}.

send({exit, Reason}, Purger) -> exit(Purger, Reason);
send({message, Message}, Purger) -> Purger ! Message.

junk() ->
    [<<"exit_message">>, <<"malformed_purge">>, <<"malformed_soft_purge">>, <<"malformed_test_purge">>, <<"malformed_finish">>,
     <<"non_atom_module">>, <<"non_pid_from">>, <<"non_boolean_keep">>, <<"soft_purge_non_atom_module">>,
     <<"test_purge_non_pid_from">>, <<"finish_non_atom_module">>, <<"atom">>, <<"tuple">>, <<"integer">>, <<"unknown_tag">>,
     <<"unknown_tag_with_keep">>, <<"unknown_tag_with_type">>].

%% ------------------------------------------------------------------------------------------------------------ tests

%% A tester does as it should, or says its words too early, or with wrong ones before, or dies on the way.
tester(Module, #load{purger = Purger}) ->
    Ref = make_ref(),
    Type = one_of([true, false]),
    Early = one_of([before, behind, never, never]),
    End = one_of([never, never, never, asked, started, continued]),
    {Pid, Monitor} = spawn_monitor(fun() ->
        _ = Early =:= before andalso words(Ref, Purger),
        Purger ! {test_purge, Module, self(), Type, Ref},
        _ = Early =:= behind andalso words(Ref, Purger),
        End =:= asked orelse talk(Ref, End, Purger)
    end),
    receive {'DOWN', Monitor, process, Pid, _} -> ok end.

words(Ref, Purger) ->
    [Purger ! {Word, Ref} || Word <- [continue, complete]].

talk(Ref, End, Purger) ->
    receive
        {started, Ref} when End =/= started ->
            Purger ! {continue, make_ref()},
            Purger ! {continue, Ref},
            talk(Ref, End, Purger);
        {continued, Ref} when End =/= continued ->
            Purger ! {complete, Ref},
            talk(Ref, End, Purger);
        {_, Ref} -> ok;
        {test_purge, _, Ref} -> ok
    end.

prompted(#load{people = People}) ->
    Ref = make_ref(),
    true = ets:insert(People, {Ref, prompted}),
    Ref.

%% Says the words for testers that say none: the purger itself, and others who were only named.
prompter(#load{purger = Purger, people = People} = Load) ->
    case codepurger_purger:look(Purger) of
        {held, waiting, _, _} -> [Purger ! {Word, Ref} || {Ref, prompted} <- ets:tab2list(People), Word <- [continue, complete]];
        _ -> ok
    end,
    receive after 1 -> prompter(Load) end.

%% ------------------------------------------------------------------------------------------------------------ on_load

%% Loads code with an on_load function, and has it ended. A request to end one that is not pending takes the node down, so that none is sent again
%% before it is sure that it was lost.
on_load(Module, Load) ->
    case load(Module, on_load, Load) of
        {error, not_purged} ->
            ask(purge, Module, Load);
        {error, on_load} ->
            times(rand:uniform(4) - 1, fun() -> linger(on_load, Module, Load) end),
            finish(Module, one_of([true, false]), Load)
    end.

finish(Module, Keep, #load{purger = Purger} = Load) ->
    Ref = make_ref(),
    Purger ! {finish_after_on_load, {Module, Keep}, self(), Ref},
    case finished(Ref, Purger) of
        true -> ok;
        false -> finish(Module, Keep, Load)
    end.

finished(Ref, Purger) ->
    receive
        {reply, finish_after_on_load, _, Ref} -> true
    after 1 ->
        case codepurger_purger:look(Purger) of
            {idle, waiting, 0, _} ->
                % It has taken everything, and what it has sent has come.
                receive {reply, finish_after_on_load, _, Ref} -> true after 0 -> false end;
            _ ->
                finished(Ref, Purger)
        end
    end.

idle(#load{purger = Purger} = Load) ->
    case codepurger_purger:look(Purger) of
        {idle, waiting, 0, _} -> ok;
        _ -> receive after 1 -> idle(Load) end
    end.
