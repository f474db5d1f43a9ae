%% The adapter: drives the node that it runs in, as the protocol wants it, over standard input and output.
-module(codepurger_adapter).

-export([start/0]).

-include("codepurger.hrl").

%% Started by the command line of the node: erl ... -s codepurger_adapter start, for a given purger -codepurger_given FOLDER, and, if requests are
%% to be made by the functions of its module, -codepurger_requests functions.
-spec start() -> no_return().
start() ->
    register(?MODULE, self()),
    Port = open_port({fd, 0, 1}, [{line, 65536}, binary, eof]),
    loop(Port, new(), <<>>).

%% What is wrong with the node is the answer to whatever is asked first.
new() ->
    try
        codepurger_node:new()
    catch
        throw:{cannot, Sentence} -> {cannot, Sentence}
    end.

loop(Port, Node, Part) ->
    receive
        {Port, {data, {noeol, More}}} ->
            loop(Port, Node, <<Part/binary, More/binary>>);
        {Port, {data, {eol, More}}} ->
            loop(Port, asked(Port, codepurger_json:decode(<<Part/binary, More/binary>>), Node), <<>>);
        {Port, eof} ->
            halt(0, [{flush, false}]);
        Event ->
            loop(Port, codepurger_seen:event(Event, Node), Part)
    end.

asked(Port, #{<<"id">> := Id}, {cannot, Sentence} = Nothing) ->
    port_command(Port, [codepurger_json:encode(#{<<"id">> => Id, <<"error">> => Sentence}), $\n]),
    Nothing;
asked(Port, #{<<"id">> := Id, <<"op">> := Op} = Request, Node) ->
    Answer = fun(Fields) ->
        port_command(Port, [codepurger_json:encode(Fields#{<<"id">> => Id}), $\n]),
        fun() -> written(Port) end
    end,
    try
        answered(Op, Request, Answer, codepurger_seen:drain(Node))
    catch
        throw:{cannot, Sentence} ->
            _ = Answer(#{<<"error">> => Sentence}),
            Node#node{spent = true}
    end.

%% Waits until what was answered is out, so that the node may go down.
written(Port) ->
    case erlang:port_info(Port, queue_size) of
        {queue_size, 0} ->
            ok;
        {queue_size, _} ->
            erlang:yield(),
            written(Port)
    end.

answered(<<"hello">>, _, Answer, Node) ->
    _ = Answer(codepurger_hello:answer(Node)),
    Node;
answered(<<"reset">>, Request, Answer, Node) ->
    case codepurger_node:reset(Request, Node) of
        {ok, Fresh} ->
            _ = Answer(#{}),
            Fresh;
        {spent, Reason} ->
            _ = Answer(#{<<"error">> => Reason}),
            Node#node{spent = true}
    end;
answered(<<"apply">>, #{<<"stimulus">> := Stimulus}, Answer, Node) ->
    codepurger_stimulus:apply(Stimulus, fun
        (Response, []) -> Answer(#{<<"response">> => atom_to_binary(Response)});
        (Response, Before) -> Answer(#{<<"response">> => atom_to_binary(Response), <<"before">> => Before})
    end, Node);
answered(<<"poll">>, _, Answer, Node) ->
    {Seen, Told} = codepurger_seen:take(Node),
    _ = Answer(#{<<"seen">> => Seen}),
    Told;
answered(<<"settle">>, #{<<"timeout_ms">> := Timeout}, Answer, Node) ->
    Deadline = erlang:monotonic_time(millisecond) + Timeout,
    {Quiet, Settled} = codepurger_rest:await(Deadline, codepurger_pause:tidy(Node)),
    {Seen, Told} = codepurger_seen:take(Settled),
    _ = case Quiet of
        none -> Answer(#{<<"seen">> => Seen});
        {Kind, Suspended} -> Answer(#{<<"seen">> => Seen, <<"quiet">> => #{<<"kind">> => Kind, <<"suspended">> => Suspended}})
    end,
    Told;
answered(<<"bye">>, _, Answer, _) ->
    Written = Answer(#{}),
    Written(),
    halt(0, [{flush, false}]).
