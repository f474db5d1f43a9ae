%% A process that makes one request in the name of a judged one, as programs do: by the function that erts_code_purger has for it. What the
%% function returns is what the judged process is told.
-module(codepurger_client).

-export([wanted/0, start/1, ask/1, returned/2]).

%% How long a function may take to return when its answer has been sent, in milliseconds.
-define(PATIENCE, 1000).

%% Does the command line of the node want it: -codepurger_requests functions?
-spec wanted() -> boolean().
wanted() ->
    init:get_argument(codepurger_requests) =:= {ok, [["functions"]]}.

%% A process that is going to make this request when it is told to; none if there is no function for it.
-spec start(tuple()) -> pid() | none.
start({purge, Module, _, _}) -> spawned(purge, [Module], {false, true});
start({soft_purge, Module, _, _}) -> spawned(soft_purge, [Module], false);
start({finish_after_on_load, {Module, Keep}, _, _}) -> spawned(finish_after_on_load, [Module, Keep], {error, badarg});
start(_) -> none.

spawned(Function, Args, Wrong) ->
    Adapter = self(),
    spawn(fun() ->
        receive ask -> ok end,
        % An answer to somebody else's request is not taken for the own one.
        self() ! {reply, Function, Wrong, make_ref()},
        Adapter ! {?MODULE, self(), apply(erts_code_purger, Function, Args)}
    end).

%% Lets it ask, and waits until it has.
-spec ask(pid()) -> ok.
ask(Client) ->
    Client ! ask,
    asked(Client).

asked(Client) ->
    case process_info(Client, [status, current_function]) of
        [{status, waiting}, {current_function, {erts_code_purger, _, _}}] -> ok;
        undefined -> ok;
        _ ->
            erlang:yield(),
            asked(Client)
    end.

%% What the function returned to whom an answer was sent, if it is not known already; none if it did not.
-spec returned(pid(), none | {result, term()}) -> {result, term()} | none.
returned(_, {result, _} = Known) ->
    Known;
returned(Client, none) ->
    receive
        {?MODULE, Client, Result} -> {result, Result}
    after ?PATIENCE -> none
    end.
