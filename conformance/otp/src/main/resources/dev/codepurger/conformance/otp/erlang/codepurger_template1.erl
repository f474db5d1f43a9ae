%% What a judged module is made of: codepurger_code puts another name, and a number of the code, in the place of these. Nothing here may be
%% made different by anything but that number, or code could not be told to be the same.
-module(codepurger_template1).

-export([version/0, enter/1, make_fun/0]).

%% The number of the code that runs.
version() ->
    code_0000000000.

%% Stays in this code, in the way that the state says, until the process leaves it.
enter(State) ->
    codepurger_process:ready(State),
    linger(State).

linger(State) ->
    case codepurger_process:residence(State) of
        waiting -> waiting(State);
        busy -> busy(State);
        dirty -> dirty(State);
        on_stack -> next(codepurger_process:away(State))
    end.

waiting(State) ->
    receive
        Message -> next(codepurger_process:handle(Message, State))
    end.

busy(State) ->
    receive
        Message -> next(codepurger_process:handle(Message, State))
    after 0 ->
        erlang:yield(),
        busy(State)
    end.

dirty(State) ->
    receive
        Message -> next(codepurger_process:handle(Message, State))
    after 0 ->
        codepurger_process:dirty_wait(),
        dirty(State)
    end.

next({stay, State}) -> linger(State);
next({leave, State}) -> codepurger_process:left(?MODULE, State).

%% It closes over a value, so that it is made on the heap, and is no literal of this module.
make_fun() ->
    Version = version(),
    fun
        (run) -> Version;
        ({linger, State}) ->
            codepurger_process:called(State),
            linger(State)
    end.
