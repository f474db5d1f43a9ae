------------------------------- MODULE Purger -------------------------------
(***************************************************************************)
(* The purger of an Erlang node in a small closed world.  The operators    *)
(* that say what the purger does take a world and give the next one, as    *)
(* the functions of the Erlang module take a state and give the next one.  *)
(* The world is described in README.md.                                    *)
(*                                                                         *)
(* No action has a disjunction that can hold on both sides: TLC would      *)
(* count the step twice, and the numbers of the manifest are exact.        *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    Names,          \* the processes, but for the purger
    Place,          \* where each begins: old, current, pending, elsewhere, remote
    Program,        \* what each asks, a sequence
    May,            \* what each may do besides: die, leave, call, eager, again, return
    HasOld, HasCurrent, HasPending,
    Loads,          \* how often new code may be loaded; -1 for ever
    Limit,          \* kills outstanding at most
    Requests,       \* open requests and outstanding kills at most, together; 0 for no such limit
    SavesFinish, AnswersRefusal, KeepsWords     \* the three repairs

VARIABLES purger, mailbox, code, proc, left

vars == <<purger, mailbox, code, proc, left>>

-----------------------------------------------------------------------------
(* Sequences *)

Keep(seq, Good(_)) == SelectSeq(seq, Good)
Map(seq, F(_)) == [i \in DOMAIN seq |-> F(seq[i])]
Without(seq, i) == SubSeq(seq, 1, i - 1) \o SubSeq(seq, i + 1, Len(seq))
Least(S) == CHOOSE i \in S : \A j \in S : i <= j
Places(seq, Good(_)) == {i \in DOMAIN seq : Good(seq[i])}

-----------------------------------------------------------------------------
(* Messages *)

HardKinds == {"purge", "test", "keep", "discard"}
TestKinds == {"test", "softtest"}
PurgeKinds == {"purge", "soft", "test", "softtest"}
FinishKinds == {"keep", "discard"}
WordKinds == {"continue", "complete"}

NoJob == [kind |-> "none", from |-> "none", n |-> 0]

Request(p, n) == [kind |-> Program[p][n], from |-> p, n |-> n]
Forged(p) == [kind |-> "forged", from |-> p]      \* a DOWN of a monitor that the purger never made
Word(kind, job) == [kind |-> kind, from |-> job.from, n |-> job.n]
Answer(p, refers, now) == [kind |-> "answer", from |-> p, refers |-> refers, now |-> now]
Down(p) == [kind |-> "down", from |-> p]

BelongsTo(word, job) == word.from = job.from /\ word.n = job.n

-----------------------------------------------------------------------------
(* A purger that carries nothing *)

Blank == [at |-> "idle", job |-> NoJob, found |-> FALSE,
          open |-> 0, unasked |-> {}, victims |-> {}, waiting |-> <<>>, flag |-> FALSE, gone |-> FALSE,
          ending |-> "none", result |-> "none",
          saved |-> <<>>, kept |-> <<>>]

(* The same purger elsewhere: it carries on only what is put away. *)
Goto(w, where, job) ==
    [w EXCEPT !.purger = [Blank EXCEPT !.at = where, !.job = job,
                                       !.saved = w.purger.saved, !.kept = w.purger.kept]]

(* check_requests *)
CheckRequests(w) == Goto(w, IF w.purger.saved = <<>> THEN "idle" ELSE "next", NoJob)

ToAnswer(w, job, result) == [Goto(w, "answer", job) EXCEPT !.purger.result = result]

ToEnd(w, where, job, ending, result) ==
    [Goto(w, where, job) EXCEPT !.purger.ending = ending, !.purger.result = result]

-----------------------------------------------------------------------------
(* Sending to processes *)

Tell(w, p, field, value) ==
    IF w.proc[p].alive THEN [w EXCEPT !.proc[p][field] = value] ELSE w

Monitor(w, p, what) == [w EXCEPT !.proc[p].monitor = what]

(* erlang:demonitor(Mon, [flush]) *)
Demonitor(w, p) ==
    LET Other(m) == ~(m.kind = "down" /\ m.from = p)
    IN  [w EXCEPT !.proc[p].monitor = "none", !.mailbox = Keep(w.mailbox, Other)]

-----------------------------------------------------------------------------
(* The kills of a check *)

Kill(w, p) ==
    LET q == w.proc[p]
        told == [q EXCEPT !.monitor = "victim",
                          !.inbox = IF q.alive THEN Append(@, "kill") ELSE @]
    IN  [w EXCEPT !.proc[p] = told,
                  !.purger.victims = @ \cup {p}, !.purger.flag = TRUE]

(* Each request may come to a kill, so there are no more kills at once than requests. *)
KillsAtOnce == IF Requests > 0 /\ Requests < Limit THEN Requests ELSE Limit

(* cpc_sched_kill *)
SchedKill(w, p) ==
    IF Cardinality(w.purger.victims) >= KillsAtOnce
    THEN [w EXCEPT !.purger.waiting = <<p>> \o @]
    ELSE Kill(w, p)

(* cpc_handle_down, cpc_sched_kill_waiting *)
HandleDown(w, p) ==
    IF p \notin w.purger.victims THEN w ELSE
    LET fewer == [w EXCEPT !.purger.victims = @ \ {p}]
        next  == w.purger.waiting
    IN  IF next = <<>> THEN fewer
        ELSE Kill([fewer EXCEPT !.purger.waiting = Tail(next)], Head(next))

-----------------------------------------------------------------------------
(* A check *)

MakeStale(w) ==
    LET Signal(s) == IF s = "check" THEN "stale" ELSE s
        Message(m) == IF m.kind = "answer" THEN [m EXCEPT !.now = FALSE] ELSE m
    IN  [w EXCEPT !.mailbox = Map(w.mailbox, Message),
                  !.proc = [p \in Names |-> [w.proc[p] EXCEPT !.inbox = Map(@, Signal)]]]

(* cpc_result, and what the callers of check_proc_code do with it *)
CpcResult(w, ending) ==
    LET job    == w.purger.job
        result == CASE job.kind \in FinishKinds   -> "ok"
                    [] job.kind \in HardKinds     -> IF w.purger.flag THEN "{true,true}" ELSE "{true,false}"
                    [] OTHER                      -> IF ending = "complete" THEN "true" ELSE "false"
        waits  == job.kind \in TestKinds /\ ~w.purger.gone
    IN  ToEnd(MakeStale(w), IF waits THEN "checked" ELSE "finish", job, ending, result)

(* The first two clauses of cpc_receive *)
CpcReceive(w) ==
    IF w.purger.open = 0 /\ w.purger.unasked = {} /\ w.purger.victims = {} /\ w.purger.waiting = <<>>
    THEN CpcResult(w, "complete")
    ELSE w

(* Sends a request to each of a set, dead or not: the node answers for the dead. *)
Ask(w, pids) ==
    [w EXCEPT !.proc = [p \in Names |-> IF p \in pids
                                        THEN [w.proc[p] EXCEPT !.inbox = Append(@, "check")]
                                        ELSE w.proc[p]],
              !.purger.open = @ + Cardinality(pids), !.purger.unasked = @ \ pids]

(* check_proc_code, but for the requests where they are limited *)
CheckProcCode(w, gone) ==
    LET pids == {p \in Names : w.proc[p].alive /\ Place[p] # "remote"}
        at   == [Goto(w, "check", w.purger.job) EXCEPT !.purger.gone = gone, !.purger.unasked = pids]
    IN  CpcReceive(IF Requests = 0 THEN Ask(at, pids) ELSE at)

(* What every step of a check ends with: requests, as many as there is room for. The worlds that come of it: one for each choice. *)
MakeRequests(w) ==
    LET room == Requests - w.purger.open - Cardinality(w.purger.victims)
        all  == Cardinality(w.purger.unasked)
        next == IF room < all THEN room ELSE all
    IN  IF next <= 0 THEN {w}
        ELSE {Ask(w, pids) : pids \in {some \in SUBSET w.purger.unasked : Cardinality(some) = next}}

HasSession(p, word) ==
    \/ p.job.kind \in TestKinds /\ BelongsTo(word, p.job)
    \/ \E i \in DOMAIN p.saved : p.saved[i].kind \in TestKinds /\ BelongsTo(word, p.saved[i])

(* The other clauses of cpc_receive, for a message that has been taken *)
InCheck(w, m) ==
    LET fewer == [w EXCEPT !.purger.open = @ - 1]
        save  == [w EXCEPT !.purger.saved = Append(@, m)]
    IN  CASE m.kind = "answer" /\ m.now /\ ~m.refers -> CpcReceive(fewer)
          [] m.kind = "answer" /\ m.now /\ m.refers  ->
                IF w.purger.job.kind \in HardKinds
                THEN CpcReceive(SchedKill(fewer, m.from))
                ELSE CpcResult(fewer, "abort")
          [] m.kind = "down"          -> CpcReceive(HandleDown(w, m.from))
          [] m.kind \in PurgeKinds    -> save
          [] m.kind \in FinishKinds   -> IF SavesFinish THEN save ELSE w
          [] m.kind \in WordKinds     -> IF KeepsWords /\ HasSession(w.purger, m)
                                         THEN [w EXCEPT !.purger.kept = Append(@, m)]
                                         ELSE w
          [] OTHER                    -> w

-----------------------------------------------------------------------------
(* Requests *)

Prepare(w, job) ==
    LET found == w.code.old # 0
    IN  [Goto(w, "prepared", job) EXCEPT !.purger.found = found, !.code.marked = found]

FinishAfterOnLoad(w, job) ==
    IF w.code.pending = 0
    THEN IF AnswersRefusal THEN ToAnswer(w, job, "error")
                           ELSE [w EXCEPT !.purger = [Blank EXCEPT !.at = "dead"]]
    ELSE IF job.kind = "discard" THEN Goto(w, "failed", job)
    ELSE ToAnswer([w EXCEPT !.code.current = w.code.pending,
                            !.code.old = IF w.code.current = 0 THEN @ ELSE w.code.current,
                            !.code.pending = 0], job, "ok")

(* handle_request *)
HandleRequest(w, m) ==
    CASE m.kind \in PurgeKinds  -> Prepare(w, m)
      [] m.kind \in FinishKinds -> FinishAfterOnLoad(w, m)
      [] OTHER                  -> CheckRequests(w)

PrepareOnLoad(w) ==
    [Goto(w, "prepared", w.purger.job) EXCEPT
        !.purger.found = TRUE,
        !.code.aside = w.code.old, !.code.old = w.code.pending,
        !.code.pending = 0, !.code.marked = TRUE]

-----------------------------------------------------------------------------
(* Sessions *)

NoOldCode(job) == IF job.kind \in HardKinds THEN "{false,false}" ELSE "true"

AfterContinued(w, job, ending, result) ==
    IF ending = "nothing" THEN ToAnswer(w, job, result)
                          ELSE ToEnd(w, "finish", job, ending, result)

AfterStarted(w, gone) ==
    LET job == w.purger.job
    IN  IF w.purger.found THEN CheckProcCode(w, gone)
        ELSE IF gone THEN AfterContinued(w, job, "nothing", NoOldCode(job))
        ELSE ToEnd(w, "checked", job, "nothing", NoOldCode(job))

(* Takes a kept word, or gives nothing. *)
IsKept(w, word) == \E i \in DOMAIN w.purger.kept : w.purger.kept[i] = word
UseUp(w, word) ==
    LET Same(m) == m = word
    IN  [w EXCEPT !.purger.kept = Without(@, Least(Places(@, Same)))]

(* test_progress(started, ...), up to its receive *)
Started(w) ==
    LET job  == w.purger.job
        told == Monitor(Tell(w, job.from, "heard", "started"), job.from, "tester")
        word == Word("continue", job)
    IN  IF IsKept(w, word) THEN AfterStarted(Demonitor(UseUp(told, word), job.from), FALSE)
        ELSE [told EXCEPT !.purger.at = "started"]

(* test_progress(continued, ...), up to its receive *)
Continued(w) ==
    LET job  == w.purger.job
        told == Monitor(Tell(w, job.from, "heard", "continued"), job.from, "tester")
        word == Word("complete", job)
    IN  IF IsKept(w, word)
        THEN AfterContinued(Demonitor(UseUp(told, word), job.from), job, w.purger.ending, w.purger.result)
        ELSE [told EXCEPT !.purger.at = "continued"]

Prepared(w) ==
    LET job == w.purger.job
    IN  IF job.kind \in TestKinds THEN Started(w)
        ELSE IF w.purger.found THEN CheckProcCode(w, FALSE)
        ELSE ToAnswer(w, job, NoOldCode(job))

-----------------------------------------------------------------------------
(* Ends *)

Finish(w) ==
    LET resumed == [p \in Names |-> IF w.proc[p].call = "suspended"
                                    THEN [w.proc[p] EXCEPT !.call = "resumed"]
                                    ELSE w.proc[p]]
        done == IF w.purger.ending = "complete"
                THEN [w.code EXCEPT !.old = w.code.aside, !.aside = 0, !.marked = FALSE]
                ELSE [w.code EXCEPT !.marked = FALSE]
    IN  ToAnswer([w EXCEPT !.proc = resumed, !.code = done], w.purger.job, w.purger.result)

Reply(w) ==
    LET job == w.purger.job
        q == w.proc[job.from]
        told == IF q.alive THEN [q EXCEPT !.waits = FALSE, !.heard = "nothing", !.said = {}] ELSE q
        Others(m) == ~BelongsTo(m, job)
    IN  CheckRequests([w EXCEPT !.proc[job.from] = told, !.purger.kept = Keep(@, Others)])

-----------------------------------------------------------------------------
(* One step of the purger: the set of the worlds that it can lead to. It has one or none, but where some of many are to be asked. *)

World == [purger |-> purger, mailbox |-> mailbox, code |-> code, proc |-> proc]

TakeHead(w, F(_, _)) ==
    IF w.mailbox = <<>> THEN {}
    ELSE {F([w EXCEPT !.mailbox = Tail(@)], Head(w.mailbox))}

(* receive with two patterns: the word, and the DOWN of the tester *)
TakeMatch(w, word, F(_, _)) ==
    LET Fits(m) == m = word \/ m = Down(w.purger.job.from)
        fitting == Places(w.mailbox, Fits)
    IN  IF fitting = {} THEN {} ELSE
        LET i == Least(fitting)
            taken == [w EXCEPT !.mailbox = Without(@, i)]
            gone == w.mailbox[i].kind = "down"
        IN  {F(IF gone THEN taken ELSE Demonitor(taken, w.purger.job.from), gone)}

FromSaved(w) == HandleRequest([w EXCEPT !.purger.saved = Tail(@)], Head(w.purger.saved))

EndOfSession(w, gone) == AfterContinued(w, w.purger.job, w.purger.ending, w.purger.result)

Steps(w) ==
    LET at == w.purger.at
    IN  CASE at = "idle"      -> TakeHead(w, HandleRequest)
          [] at = "next"      -> {FromSaved(w)}
          [] at = "failed"    -> {PrepareOnLoad(w)}
          [] at = "prepared"  -> {Prepared(w)}
          [] at = "started"   -> TakeMatch(w, Word("continue", w.purger.job), AfterStarted)
          [] at = "check"     -> TakeHead(w, InCheck)
          [] at = "checked"   -> {Continued(w)}
          [] at = "continued" -> TakeMatch(w, Word("complete", w.purger.job), EndOfSession)
          [] at = "finish"    -> {Finish(w)}
          [] at = "answer"    -> {Reply(w)}
          [] at = "dead"      -> {}

PurgerStep ==
    \E w \in UNION {MakeRequests(step) : step \in Steps(World)} :
        /\ purger' = w.purger /\ mailbox' = w.mailbox /\ code' = w.code /\ proc' = w.proc
        /\ UNCHANGED left

-----------------------------------------------------------------------------
(* What processes do *)

Up == purger.at # "dead"

Free(p) == proc[p].alive /\ proc[p].call \notin {"suspended", "resumed"}

Dead(q) ==
    LET NoKill(s) == s # "kill"
    IN  [alive |-> FALSE, in |-> 0, inbox |-> Keep(q.inbox, NoKill), monitor |-> q.monitor,
         asked |-> 0, waits |-> FALSE, heard |-> "nothing", said |-> {}, call |-> "done"]

Do(p, q) == Up /\ proc' = [proc EXCEPT ![p] = q] /\ UNCHANGED <<purger, code, left>>
Silently == UNCHANGED mailbox
Sending(m) == mailbox' = Append(mailbox, m)

Respond(p) ==
    /\ proc[p].inbox # <<>> /\ Head(proc[p].inbox) # "kill"
    /\ Do(p, [proc[p] EXCEPT !.inbox = Tail(@)])
    /\ Sending(Answer(p, proc[p].in # 0 /\ proc[p].in = code.old, Head(proc[p].inbox) = "check"))

BeKilled(p) ==
    /\ proc[p].inbox # <<>> /\ Head(proc[p].inbox) = "kill"
    /\ Do(p, Dead(proc[p])) /\ Silently

ReportDown(p) ==
    /\ ~proc[p].alive /\ proc[p].monitor # "none"
    /\ Do(p, [proc[p] EXCEPT !.monitor = "none"]) /\ Sending(Down(p))

Send(p, n) ==
    /\ Free(p) /\ ~proc[p].waits /\ n <= Len(Program[p])
    /\ LET forges == Program[p][n] = "forged"
       IN  /\ Do(p, [proc[p] EXCEPT !.asked = n, !.waits = ~forges])
           /\ Sending(IF forges THEN Forged(p) ELSE Request(p, n))

SendRequest(p) == "again" \notin May[p] /\ Send(p, proc[p].asked + 1)
AskAgain(p) == "again" \in May[p] /\ Send(p, IF proc[p].asked = Len(Program[p]) THEN 1 ELSE proc[p].asked + 1)

Say(p, word, when) ==
    /\ Free(p) /\ proc[p].waits /\ Program[p][proc[p].asked] \in TestKinds
    /\ proc[p].heard \in (IF "eager" \in May[p] THEN {"nothing", "started", "continued"} ELSE when)
    /\ Do(p, [proc[p] EXCEPT !.said = @ \cup {word}])
    /\ Sending(Word(word, Request(p, proc[p].asked)))

SayContinue(p) == "continue" \notin proc[p].said /\ Say(p, "continue", {"started", "continued"})
SayComplete(p) == "complete" \notin proc[p].said /\ Say(p, "complete", {"continued"})

Die(p) == "die" \in May[p] /\ proc[p].alive /\ Do(p, Dead(proc[p])) /\ Silently

Leave(p) ==
    /\ "leave" \in May[p] /\ Free(p) /\ ~proc[p].waits
    /\ proc[p].in # 0 /\ proc[p].in # code.current
    /\ Do(p, [proc[p] EXCEPT !.in = code.current]) /\ Silently

TryCall(p) ==
    Do(p, [proc[p] EXCEPT !.call = IF code.old = 1 /\ code.marked THEN "suspended" ELSE "done"]) /\ Silently

Call(p) == proc[p].alive /\ proc[p].call = "ready" /\ ~proc[p].waits /\ TryCall(p)
CallAgain(p) == proc[p].call = "resumed" /\ TryCall(p)

InUse == {code.current, code.old, code.pending, code.aside} \cup {proc[p].in : p \in Names}
LeastFree == CHOOSE v \in 1..(Cardinality(InUse) + 1) : v \notin InUse /\ \A u \in 1..(v - 1) : u \in InUse

Load ==
    LET version == IF left < 0 THEN LeastFree ELSE code.newest + 1
    IN  /\ Up /\ left # 0 /\ code.pending = 0 /\ 0 \in {code.current, code.old}
        /\ code' = [code EXCEPT !.newest = IF version > @ THEN version ELSE @, !.current = version,
                                !.old = IF code.current = 0 THEN @ ELSE code.current]
        /\ left' = IF left < 0 THEN left ELSE left - 1
        /\ UNCHANGED <<purger, mailbox, proc>>

-----------------------------------------------------------------------------
(* The whole *)

One(b) == IF b THEN 1 ELSE 0
OldVersion == One(HasOld)
CurrentVersion == IF HasCurrent THEN 1 + One(HasOld) ELSE 0
Newest == One(HasOld) + One(HasCurrent) + One(HasPending)

BeginIn(p, version) ==
    [alive |-> TRUE, in |-> version, inbox |-> <<>>, monitor |-> "none", asked |-> 0, waits |-> FALSE, heard |-> "nothing", said |-> {},
     call |-> IF "call" \in May[p] THEN "ready" ELSE "done"]

Begin(p) == BeginIn(p, CASE Place[p] = "old"     -> OldVersion
                         [] Place[p] = "current" -> CurrentVersion
                         [] Place[p] = "pending" -> Newest
                         [] OTHER                -> 0)

(* Somebody else takes the place of one that is dead and of whom nothing tells any more. *)
Forgotten(p) ==
    LET Others(m) == m.from # p
    IN  /\ proc[p].inbox = <<>> /\ proc[p].monitor = "none"
        /\ Keep(mailbox, Others) = mailbox
        /\ Keep(purger.saved, Others) = purger.saved /\ Keep(purger.kept, Others) = purger.kept
        /\ purger.job.from # p /\ p \notin purger.unasked /\ p \notin purger.victims /\ p \notin {purger.waiting[i] : i \in DOMAIN purger.waiting}

Return(p) ==
    /\ "return" \in May[p] /\ ~proc[p].alive /\ Forgotten(p)
    /\ Do(p, BeginIn(p, IF Place[p] \in {"old", "current", "pending"} THEN code.current ELSE 0)) /\ Silently

Init ==
    /\ purger = Blank
    /\ mailbox = <<>>
    /\ code = [current |-> CurrentVersion, old |-> OldVersion,
               pending |-> IF HasPending THEN Newest ELSE 0, aside |-> 0,
               marked |-> FALSE, newest |-> Newest]
    /\ proc = [p \in Names |-> Begin(p)]
    /\ left = Loads

MustHappen(p) ==
    Respond(p) \/ BeKilled(p) \/ ReportDown(p) \/ SayContinue(p) \/ SayComplete(p) \/ CallAgain(p) \/ AskAgain(p)

Next ==
    \/ PurgerStep
    \/ \E p \in Names : Respond(p)
    \/ \E p \in Names : BeKilled(p)
    \/ \E p \in Names : ReportDown(p)
    \/ \E p \in Names : SendRequest(p)
    \/ \E p \in Names : AskAgain(p)
    \/ \E p \in Names : SayContinue(p)
    \/ \E p \in Names : SayComplete(p)
    \/ \E p \in Names : Die(p)
    \/ \E p \in Names : Leave(p)
    \/ \E p \in Names : Call(p)
    \/ \E p \in Names : CallAgain(p)
    \/ \E p \in Names : Return(p)
    \/ Load

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Properties, under the names of the rules that they follow from *)

AtRest == ~ENABLED PurgerStep /\ \A p \in Names : ~ENABLED MustHappen(p)

KILL_1 == Cardinality(purger.victims) <= KillsAtOnce
KILL_9 == purger.waiting # <<>> => Cardinality(purger.victims) = KillsAtOnce
UnderWay == purger.open + Cardinality(purger.victims)
CHECK_9 == Requests > 0 => UnderWay <= Requests
CHECK_10 == purger.unasked # {} => UnderWay = Requests
MODULE_4 == \A p \in Names : proc[p].in \in {0, code.current, code.old, code.pending, code.aside}
SOFT_4 == purger.job.kind \in {"soft", "softtest"} => purger.victims = {} /\ ~purger.flag
PURGE_5 == purger.at = "finish" /\ purger.ending = "complete" =>
               \A p \in Names : proc[p].in # 0 => proc[p].in # code.old
HANDSHAKE_17 == Cardinality({p \in Names : proc[p].heard # "nothing"}) <= 1
LAMBDA_9 == (\E p \in Names : proc[p].call = "suspended") => code.marked
LIVE_1 == AtRest => \A p \in Names : ~proc[p].waits
LIVE_2 == AtRest => \A p \in Names : proc[p].call # "suspended"
LIVE_3 == AtRest => (purger.at = "idle" /\ mailbox = <<>>) \/ purger.at \in {"started", "continued"}
LIVE_4 == AtRest /\ purger.at \in {"started", "continued"} => proc[purger.job.from].alive
LIVE_5 == AtRest => purger.at # "check"

-----------------------------------------------------------------------------
(* What must happen in the end, if no step that must happen is put off for ever *)

Fairness ==
    /\ WF_vars(PurgerStep)
    /\ \A p \in Names :
        /\ WF_vars(Respond(p)) /\ WF_vars(BeKilled(p)) /\ WF_vars(ReportDown(p))
        /\ WF_vars(SayContinue(p)) /\ WF_vars(SayComplete(p))
        /\ WF_vars(CallAgain(p)) /\ WF_vars(AskAgain(p))

FairSpec == Spec /\ Fairness

Held == purger.at \in {"started", "continued"}
HeldForTheDead == Held /\ ~proc[purger.job.from].alive

EVER_LIVE_1 == \A p \in Names : proc[p].waits ~> ~proc[p].waits
EVER_LIVE_2 == \A p \in Names : proc[p].call = "suspended" ~> proc[p].call # "suspended"
EVER_KILL_8 == \A p \in Names : (proc[p].alive /\ proc[p].monitor = "victim") ~> ~(proc[p].alive /\ proc[p].monitor = "victim")
EVER_LIVE_3 == (purger.at \notin {"idle", "next"} /\ ~Held) ~> (purger.at \in {"idle", "next"} \/ Held)
EVER_LIVE_4 == HeldForTheDead ~> ~HeldForTheDead
EVER_LIVE_5 == purger.at = "check" ~> purger.at # "check"
=============================================================================
