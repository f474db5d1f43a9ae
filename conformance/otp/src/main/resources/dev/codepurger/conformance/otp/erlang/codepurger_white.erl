%% Runs a load on this node, and writes the log of the purger to standard output.
-module(codepurger_white).

-export([start/0]).

%% More than this is never in flight: all processes are asked at once.
-define(NO_LIMIT, 134217727).

%% Started by the command line of the node: erl ... -s codepurger_white start -codepurger_white SEED MESSAGES LIMIT; no limit is 0.
-spec start() -> no_return().
start() ->
    {ok, [[Seed, Messages, Limit]]} = init:get_argument(codepurger_white),
    run(list_to_integer(Seed), list_to_integer(Messages), list_to_integer(Limit)).

run(Seed, Messages, Limit) ->
    _ = erlang:system_flag(outstanding_system_requests_limit, case Limit of 0 -> ?NO_LIMIT; _ -> Limit end),
    Purger = codepurger_purger:pid(),
    Facts = #{<<"seed">> => Seed, <<"requests_in_flight">> => Limit},
    Writer = spawn_link(fun() ->
        Port = open_port({fd, 0, 1}, [binary, eof]),
        true = port_command(Port, codepurger_log:header(Purger, Facts)),
        write(Port, codepurger_log:new(), 0)
    end),
    ok = codepurger_log:trace(Purger, Writer),
    Load = codepurger_load:new(Seed, Limit > 0),
    rounds(1, Messages, Purger, Writer, Load).

rounds(Round, Messages, Purger, Writer, Load) ->
    ok = codepurger_load:round(Round, Load),
    Delivered = erlang:trace_delivered(Purger),
    receive {trace_delivered, Purger, Delivered} -> ok end,
    Writer ! {written, self()},
    receive
        {written, Writer, Received} when Received >= Messages -> Writer ! {stop, self()};
        {written, Writer, _} -> rounds(Round + 1, Messages, Purger, Writer, Load)
    end,
    receive stopped -> halt(0) end.

%% Writes what is traced, until it is told to stop.
write(Port, Log, Received) ->
    receive
        {written, From} ->
            From ! {written, self(), Received},
            write(Port, Log, Received);
        {stop, From} ->
            true = port_command(Port, <<"{\"event\":\"end\"}\n">>),
            written(Port),
            From ! stopped;
        {Port, eof} ->
            % Nobody listens any more.
            halt(0, [{flush, false}]);
        Event ->
            {Line, Next} = codepurger_log:event(Event, Log),
            _ = Line =:= none orelse port_command(Port, Line),
            write(Port, Next, Received + is_message(Event))
    end.

is_message({trace, _, 'receive', Message}) when Message =/= timeout -> 1;
is_message(_) -> 0.

written(Port) ->
    case erlang:port_info(Port, queue_size) of
        {queue_size, 0} ->
            ok;
        _ ->
            erlang:yield(),
            written(Port)
    end.
