%% The error handler of judged processes: what a call does not find, the adapter may load.
-module(codepurger_handler).

-export([undefined_function/3, undefined_lambda/3]).

%% Called by the emulator when there is no such function.
-spec undefined_function(module(), atom(), [term()]) -> term().
undefined_function(Module, Function, Arguments) ->
    case load(Module, function) of
        true ->
            apply(Module, Function, Arguments);
        false ->
            erlang:raise(error, undef, [{Module, Function, Arguments, []}])
    end.

%% Called by the emulator when there is no code of the fun's module.
-spec undefined_lambda(module(), fun(), [term()]) -> term().
undefined_lambda(Module, Fun, Arguments) ->
    case load(Module, Fun) of
        true ->
            apply(Fun, Arguments);
        false ->
            erlang:raise(error, undef, [{Module, module_info, Arguments, []}])
    end.

load(Module, What) ->
    Ref = make_ref(),
    codepurger_adapter ! {wanted, self(), Ref, Module, What},
    receive
        {Ref, Loaded} -> Loaded
    end.
