------------------------------ MODULE Outside ------------------------------
(***************************************************************************)
(* Trace validation.  The purger and the processes of Purger.tla go on of  *)
(* their own, with the same steps; what the processes do besides is what a *)
(* harness makes them do, and that, with what it saw, is in a trace.  A    *)
(* trace is explained if there is a behaviour with its events, in their    *)
(* order.  Many traces are looked at in one run: each is a behaviour that  *)
(* begins with its number.  See README.md.                                 *)
(***************************************************************************)
EXTENDS Purger, TLC

CONSTANTS
    Count,          \* how many traces there are
    Length(_),      \* how many events trace t has
    EventAt(_, _),  \* event i of trace t
    Telling         \* whether each step of the way through a trace is printed, or its end only

VARIABLES
    trace, place,   \* which trace, and which of its events is the next
    born,           \* the processes that there are or have been
    doom,           \* what will kill processes, sooner or later
    deaths,         \* who has died of what, and was not seen to yet
    told            \* what processes have got from the purger, and the harness did not see yet

where == <<trace, place>>
outside == <<born, doom, deaths, told>>

Event == EventAt(trace, place)
Here(name) == place <= Length(trace) /\ Event.event = name

-----------------------------------------------------------------------------
(* What goes on of its own *)

Got(what, job, result) == <<[event |-> what, to |-> job.from, n |-> job.n, kind |-> job.kind, result |-> result]>>

(* What the next step of the purger tells its requester. *)
Tells(p) ==
    IF p.at \notin {"prepared", "checked", "answer"} \/ ~proc[p.job.from].alive THEN <<>>
    ELSE CASE p.at = "answer"  -> Got("replied", p.job, p.result)
           [] p.at = "checked" -> Got("continued", p.job, "none")
           [] OTHER            -> IF p.job.kind \in TestKinds THEN Got("started", p.job, "none") ELSE <<>>

PurgerGoesOn == PurgerStep /\ told' = told \o Tells(purger) /\ UNCHANGED <<where, born, doom, deaths>>

Dies(p, why) ==
    /\ deaths' = deaths \cup {[who |-> p, why |-> why]}
    /\ doom' = {d \in doom : d.who # p}
    /\ UNCHANGED <<where, born, told>>

OfItsOwn ==
    \/ PurgerGoesOn
    \/ \E p \in Names : (Respond(p) \/ ReportDown(p)) /\ UNCHANGED <<where, outside>>
    \/ \E p \in Names : BeKilled(p) /\ Dies(p, "killed")
    \/ \E d \in doom : Do(d.who, Dead(proc[d.who])) /\ Silently /\ Dies(d.who, d.why)

AtRestOutside ==
    /\ Steps(World) = {} /\ doom = {} /\ deaths = {}
    /\ \A p \in Names : proc[p].inbox = <<>> /\ (proc[p].alive \/ proc[p].monitor = "none")
    /\ \A i \in DOMAIN told : ~proc[told[i].to].alive

-----------------------------------------------------------------------------
(* What the harness does *)

Nothing == UNCHANGED <<vars, outside>>

Asks(name, truth) == Here(name) /\ Event.gives = (IF truth THEN "true" ELSE "false") /\ Nothing

Loading ==
    /\ Here("load")
    /\ IF code.current # 0 /\ code.old # 0 THEN Event.gives = "not_purged" /\ Nothing
       ELSE Event.gives = "ok" /\ Load /\ UNCHANGED outside

Spawning ==
    /\ Here("spawn")
    /\ LET p == Event.who IN
       IF p \in born THEN Event.gives = "no_effect" /\ Nothing
       ELSE /\ Event.gives = "ok" /\ born' = born \cup {p}
            /\ Do(p, BeginIn(p, IF Event.inside THEN code.current ELSE 0)) /\ Silently
            /\ doom' = IF Event.inside /\ code.current = 0 THEN doom \cup {[who |-> p, why |-> "undef"]} ELSE doom
            /\ UNCHANGED <<deaths, told>>

(* Something that nobody does any more who is dead. *)
Acts(name, Does(_)) ==
    /\ Here(name)
    /\ IF proc[Event.who].alive THEN Event.gives = "ok" /\ Does(Event.who) ELSE Event.gives = "no_effect" /\ Nothing

Doomed(p, why) == doom' = doom \cup {[who |-> p, why |-> why]} /\ UNCHANGED <<vars, born, deaths, told>>
IsKilled(p) == Doomed(p, "killed")
Exits(p) == Doomed(p, "normal")
Leaves(p) ==
    Do(p, [proc[p] EXCEPT !.in = IF @ = 0 THEN 0 ELSE code.current]) /\ Silently /\ UNCHANGED outside
Sends(p) == Sending(Event.message) /\ UNCHANGED <<purger, code, proc, left, outside>>

Does ==
    \/ Asks("alive", proc[Event.who].alive)
    \/ Asks("check_old_code", code.old # 0)
    \/ Loading \/ Spawning
    \/ Acts("kill", IsKilled) \/ Acts("exit", Exits) \/ Acts("leave", Leaves) \/ Acts("send", Sends)

-----------------------------------------------------------------------------
(* What it sees *)

(* What somebody has got is seen in the order in which that process got it. *)
SeesTold ==
    \E i \in DOMAIN told :
        /\ told[i].event = Event.event /\ told[i].n = Event.n /\ told[i].result = Event.result
        /\ told[i].kind \in Event.kinds
        /\ \A j \in 1..(i - 1) : told[j].to # told[i].to
        /\ told' = Without(told, i) /\ UNCHANGED <<vars, born, doom, deaths>>

SeesDeath ==
    /\ Event.death \in deaths /\ deaths' = deaths \ {Event.death}
    /\ UNCHANGED <<vars, born, doom, told>>

(* What the dead have got may never be seen; later than this it is not. *)
SeesRest ==
    /\ AtRestOutside
    /\ Event.kind = (CASE purger.at = "idle" -> "idle" [] purger.at = "check" -> "stalled" [] OTHER -> "held")
    /\ told' = <<>> /\ UNCHANGED <<vars, born, doom, deaths>>

Sees ==
    \/ (Here("replied") \/ Here("started") \/ Here("continued")) /\ SeesTold
    \/ Here("down") /\ SeesDeath
    \/ Here("quiet") /\ SeesRest

-----------------------------------------------------------------------------
(* A trace *)

(* A node without code and processes. *)
Begins ==
    /\ purger = Blank /\ mailbox = <<>> /\ left = -1
    /\ code = [current |-> 0, old |-> 0, pending |-> 0, aside |-> 0, marked |-> FALSE, newest |-> 0]
    /\ proc = [p \in Names |-> Dead(BeginIn(p, 0))]
    /\ trace \in 1..Count /\ place = 1
    /\ born = {} /\ doom = {} /\ deaths = {} /\ told = <<>>

Explains == (Does \/ Sees) /\ place' = place + 1 /\ UNCHANGED trace

ASSUME \A t \in 1..Count : TLCSet(t, 0)

(* Prints <<trace, place>> where that place is come to for the first time. *)
Shown ==
    place > TLCGet(trace) =>
        TLCSet(trace, place) /\ (Telling \/ place > Length(trace) => PrintT(where))

Validation == Begins /\ [][OfItsOwn \/ Explains]_<<vars, where, outside>>
============================================================================
