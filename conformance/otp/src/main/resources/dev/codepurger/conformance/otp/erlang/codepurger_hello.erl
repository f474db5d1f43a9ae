%% What the adapter says about itself.
-module(codepurger_hello).

-export([answer/1]).

-include("codepurger.hrl").

-define(PROCESSES, 1000).

-spec answer(#node{}) -> map().
answer(Node) ->
    #{
        <<"protocol">> => 1,
        <<"subject">> => #{<<"name">> => <<"otp">>, <<"version">> => version()},
        <<"profile">> => <<"seed">>,
        <<"profiles">> => [<<"seed">>, <<"otp-25">>],
        <<"limits">> => #{<<"processes">> => ?PROCESSES},
        <<"capabilities">> => capabilities(Node)
    }.

version() ->
    iolist_to_binary(["Erlang/OTP ", erlang:system_info(otp_release), ", erts ", erlang:system_info(version)]).

capabilities(#node{clients = Clients} = Node) ->
    [pause || codepurger_pause:can(Node)] ++
        % Who is in a function of the purger's module runs its code, and the effects would show those who ask in the name of others.
        ['purger-code' || Clients =:= none] ++ [effects || Clients =:= none] ++
        [hold, suspend, 'on-load', funs, traits, forge, junk, 'kill-purger', 'purger-as-sender', 'auto-load', 'request-limit', 'change-prio'].
