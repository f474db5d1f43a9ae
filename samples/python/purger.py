#!/usr/bin/env python3
"""A small purger of its own, and the adapter with which Codepurger can judge it.

    codepurger run --subject 'exec:python3 samples/python/purger.py'

Python 3.8 or newer, no libraries. One thread simulates everything. Nothing moves until the harness looks (poll) or waits (settle); then
everything runs until nothing can move any more. That is legal: no rule promises how fast anything happens.

With --broken NAME it has one mistake, which the suite finds; --help lists them.
"""
import argparse
import collections
import json
import sys

BROKEN = {
    "kill-limit": "kills every victim at once",
    "kill-order": "kills waiting victims first in, first out",
    "queue-reversed": "serves saved requests last in, first out",
    "early-reply": "replies before the code is removed",
    "no-snapshot": "asks nobody, and removes code that is in use",
    "deaf-handshake": "does not notice that its tester has died",
}
PURGER = "purger"
REQUESTS = ("purge", "soft_purge", "test_purge")
WORDS = ("continue", "complete")
PROFILES = ("seed", "hardened")


class Process:
    """A process: what it refers to, what it is doing, and the signals that it has not handled yet."""

    def __init__(self, name):
        self.name = name
        self.alive = True
        self.code = None            # the (module, version) it refers to
        self.paused = False         # handles no signal
        self.suspended = False      # does nothing of its own, but handles signals
        self.call = None            # the call it is in, a dict
        self.signals = collections.deque()
        self.monitors = []          # references whose owner, the purger, gets a DOWN

    def acts(self):
        return self.alive and not self.paused and not self.suspended and self.call is None


class Module:
    """At most one current, one old and one pending code; each is a (version, identity)."""

    def __init__(self):
        self.current = self.old = self.pending = self.failed = self.aside = None
        self.purging = self.offered = False
        self.loads = 0

    def next_code(self, identity=None):
        self.loads += 1
        return (self.loads, identity or self.loads)


class Node:
    """One fresh node for one case."""

    def __init__(self, broken, profile, kill_limit, effects):
        self.broken = broken
        self.hardened = profile == "hardened"   # without the three defects of the seed
        self.kill_limit = kill_limit
        self.effects = effects
        self.session = None         # the ref of the test_purge that is being served
        self.kept = []              # continue and complete that came before their session waited for them; only if hardened
        self.modules = collections.defaultdict(Module)
        self.modules["erts_code_purger"].current = self.modules["erts_code_purger"].next_code()
        self.processes = {PURGER: Process(PURGER)}
        self.processes[PURGER].code = ("erts_code_purger", 1)
        self.funs = {}
        self.mailbox = collections.deque()
        self.seen = []
        self.held = self.stalled = False
        self.down = False
        self.state = "idle"
        self.references = 0
        self.purger = self.run_purger()
        next(self.purger)

    def see(self, name, **parts):
        self.seen.append({"name": name, **parts})

    def effect(self, name, **parts):
        """Something that the purger does to the node; for those who want to see that too."""
        if self.effects:
            self.see("effect", effect={"name": name, **parts})

    def drop(self, message):
        known = (*REQUESTS, *WORDS, "finish_after_on_load", "check_process_code", "DOWN")
        self.effect("dropped", what=message[0] if message[0] in known else "garbage")

    # ------------------------------------------------------------------ the purger, in direct style; each yield waits

    def run_purger(self):
        saved = []
        while True:
            message = saved.pop(0) if saved else (yield from self.receive("idle", lambda m: True))
            saved = yield from self.handle(message, saved)
            self.kept = [word for word in self.kept if self.exists(word[1], saved)]

    def receive(self, state, wanted):
        """Takes the first message that fits, and leaves the others where they are."""
        while True:
            if not self.held:
                for message in self.mailbox:
                    if wanted(message):
                        self.mailbox.remove(message)
                        return message
            self.state = state
            yield

    def handle(self, message, saved):
        tag = message[0]
        if tag in ("purge", "soft_purge", "test_purge") and len(message) == 5:
            _, module, requester, kind, ref = message
            hard = kind == "hard"
            test = tag == "test_purge"
            if kind == "other":
                return saved
            self.session = ref if test else None
            old = yield from self.prepare(module)
            tester = (yield from self.handshake("started", "continue", requester, ref)) if test else None
            result, reply_now = (False, False), self.broken == "early-reply" and not test
            if old and reply_now:
                self.reply(tag, requester, ref, self.result(hard, True, False))
            if old:
                agreed, saved = yield from self.check(module, hard, saved)
                result = (True, agreed) if hard else agreed
            elif not hard:
                result = True
            if test and tester:
                yield from self.handshake("continued", "complete", requester, ref)
            self.session = None
            if old:
                self.finish(module, complete=hard or agreed)
            if not (old and reply_now):
                self.reply(tag, requester, ref, self.result(hard, *result) if hard else result)
        elif tag == "finish_after_on_load" and len(message) == 5:
            _, module, requester, keep, ref = message
            row = self.modules[module]
            if row.pending is None and self.hardened:
                self.reply(tag, requester, ref, "no_pending_on_load")
                return saved
            if row.pending is None:
                self.die("badarg")
                yield
            self.effect("finished", module=module, keep=keep)
            if keep:
                if row.current:
                    row.old = row.current
                row.current, row.pending = row.pending, None
            else:
                row.aside, row.old, row.pending, row.failed = row.old, row.pending, None, True
                row.purging = True
                self.effect("prepared_on_load", module=module)
                yield from self.stall()
                _, saved = yield from self.check(module, True, saved)
                self.finish(module, complete=True)
            self.reply(tag, requester, ref, "ok")
        else:
            self.drop(message)
        return saved

    @staticmethod
    def result(hard, was_old, killed):
        return {"was_old": was_old, "killed": killed} if hard else True

    def prepare(self, module):
        row = self.modules[module]
        self.effect("prepared", module=module, old=row.old is not None)
        if row.old is None:
            return False
        row.purging = True
        yield from self.stall()
        return True

    def stall(self):
        while self.stalled:
            self.state = "blocked"
            yield

    def finish(self, module, complete):
        """Removes the code being purged, or leaves it; then those who wait in a call of one of its funs go on."""
        row = self.modules[module]
        self.effect("completed" if complete else "aborted", module=module)
        if complete:
            row.old, row.aside, row.failed = row.aside, None, None
        row.purging = False
        for process in self.processes.values():
            call = process.call
            if call and call.get("blocked") and call["module"] == module:
                call["blocked"] = False

    def check(self, module, hard, saved):
        """Asks every process; returns (killed any, saved) if hard, (nobody refers, saved) if soft."""
        self.references += 1
        tag = self.references
        old = (module, self.modules[module].old[0])
        everybody = [] if self.broken == "no-snapshot" else [p for p in self.processes.values() if p.alive]
        self.effect("snapshot", processes=[process.name for process in everybody])
        for process in everybody:
            self.effect("requested", process=process.name)
            process.signals.append(("check", tag, old))
        unanswered, outstanding, waiting, killed, later = len(everybody), {}, [], False, []
        while unanswered or outstanding or waiting:
            message = yield from self.receive("check", lambda m: True)
            if message[0] == "check_process_code" and message[1] == tag:
                unanswered -= 1
                self.effect("answered", process=message[2], refers=message[3])
                if message[3] and not hard:
                    return False, self.queue(saved, later)
                if message[3]:
                    waiting.append(self.processes[message[2]])
            elif message[0] == "DOWN" and message[1] in outstanding:
                self.effect("killed", process=outstanding.pop(message[1]))
            elif message[0] in REQUESTS or message[0] == "finish_after_on_load" and self.hardened:
                self.effect("saved", what=message[0])
                later.append(message)
            elif message[0] in WORDS and self.hardened and self.exists(message[1], saved + later):
                self.effect("saved", what=message[0])
                self.kept.append(message)
            else:
                self.drop(message)
            while waiting and (len(outstanding) < self.kill_limit or self.broken == "kill-limit"):
                victim = waiting.pop(0 if self.broken == "kill-order" else -1)
                self.effect("monitored", process=victim.name)
                outstanding[self.monitor(victim)] = victim.name
                self.effect("kill_issued", process=victim.name)
                killed = True
                if victim.name == PURGER:
                    # Who kills itself does nothing more.
                    self.die("killed")
                    yield
                victim.signals.append(("kill",))
        return (killed if hard else True), self.queue(saved, later)

    def exists(self, ref, saved):
        """Is there a session with this ref, being served or saved?"""
        return ref == self.session or any(m[0] == "test_purge" and len(m) == 5 and m[-1] == ref for m in saved)

    def queue(self, saved, later):
        return later[::-1] + saved if self.broken == "queue-reversed" else saved + later

    def monitor(self, process):
        self.references += 1
        reference = self.references
        if process.alive:
            process.monitors.append(reference)
        else:
            self.mailbox.append(("DOWN", reference))
        return reference

    def handshake(self, word, answer, requester, ref):
        """Tells the tester, and waits for its answer or its death; true if it answered."""
        self.tell(requester, word, ref, {"name": word, "ref": ref})
        if requester == PURGER or self.broken == "deaf-handshake":
            monitor = None
        else:
            monitor = self.monitor(self.processes[requester])
        early = next((word for word in self.kept if word == (answer, ref)), None)
        if early:
            self.kept.remove(early)
        message = early or (yield from self.receive("held", lambda m: m[0] == answer and m[1] == ref or m[0] == "DOWN" and m[1] == monitor))
        if monitor is not None and self.processes[requester].alive:
            self.processes[requester].monitors.remove(monitor)
        elif message[0] != "DOWN" and monitor is not None:
            self.mailbox = collections.deque(m for m in self.mailbox if m[:2] != ("DOWN", monitor))
        return message[0] != "DOWN"

    def reply(self, kind, requester, ref, result):
        word = "test_purge" if kind == "test_purge" else "reply"
        self.tell(requester, word, ref, {"name": "replied", "request": ref, "kind": kind, "result": result})

    def tell(self, requester, word, ref, seen):
        """A message to a process: the harness sees it if the process gets it. The purger's own go to its mailbox."""
        if requester == PURGER:
            self.mailbox.append((word, ref))
        elif self.processes[requester].alive:
            self.seen.append(seen)

    def die(self, reason):
        self.down = True
        self.see("purger_down", reason=reason)

    # ------------------------------------------------------------------ everybody else

    def run(self):
        """Lets everything happen that can."""
        moved = True
        while moved and not self.down:
            moved = False
            for process in list(self.processes.values()):
                moved |= self.step(process)
            before = (len(self.mailbox), self.state, len(self.seen), self.references)
            if not self.down:
                next(self.purger)
            moved |= before != (len(self.mailbox), self.state, len(self.seen), self.references)

    def step(self, process):
        if not process.alive or process.paused:
            return False
        moved = bool(process.signals)
        while process.signals and process.alive and not self.down:
            signal = process.signals.popleft()
            if signal[0] == "check":
                self.mailbox.append(("check_process_code", signal[1], process.name, process.code == signal[2]))
            else:
                self.end(process, signal[1] if len(signal) > 1 else "killed")
        return self.due_call(process) or moved

    def due_call(self, process):
        due = process.alive and process.call and not process.call.get("blocked") and not process.suspended
        if due:
            self.make_call(process, process.call)
        return due

    def end(self, process, reason):
        if process.name == PURGER:
            self.die(reason)
            return
        process.alive = False
        process.call = None
        self.see("down", process=process.name, reason=reason)
        for signal in process.signals:
            if signal[0] == "check":
                self.mailbox.append(("check_process_code", signal[1], process.name, False))
        process.signals.clear()
        for reference in process.monitors:
            self.mailbox.append(("DOWN", reference))

    def make_call(self, process, call):
        row = self.modules[call["module"]]
        identity = call.get("identity")
        code = row.current
        outcome = None
        if identity is not None and not (code and code[1] == identity):
            if row.old and row.old[1] == identity and row.purging:
                call["blocked"] = True
                return
            code = next((c for c in (row.old, row.aside) if c and c[1] == identity), None)
            outcome = "badfun" if row.current and not code else None
        if not code and not outcome:
            if row.offered and not row.pending and not row.failed:
                code = row.current = row.next_code(identity)
            else:
                outcome = "undef"
        process.call = None
        if "name" in call:
            self.see("returned", call=call["name"], outcome=outcome or str(code[0]))
        elif outcome:
            self.end(process, outcome)
        else:
            process.code = (call["module"], code[0])

    # ------------------------------------------------------------------ stimuli: one method each, named as in the protocol

    def apply(self, stimulus):
        if self.down:
            return "no_effect"
        return getattr(self, "do_" + stimulus["name"])(**{k.replace("from", "sender"): v for k, v in stimulus.items() if k != "name"})

    def do_load(self, module, identical):
        row = self.modules[module]
        if row.pending or row.failed:
            return "on_load_pending" if row.pending else "not_purged"
        if row.current and row.old:
            return "not_purged"
        like = (row.current or row.old) if identical else None
        if row.current:
            row.old = row.current
        row.current = row.next_code(like[1] if like else None)
        return "ok"

    def do_delete(self, module):
        row = self.modules[module]
        if row.old:
            return "not_purged"
        if not row.current:
            return "undefined"
        if row.pending:
            return "on_load_pending"
        row.old, row.current = row.current, None
        return "ok"

    def do_begin_on_load(self, module):
        row = self.modules[module]
        if row.pending:
            return "on_load_pending"
        if row.current and row.old:
            return "not_purged"
        row.pending = row.next_code()
        return "ok"

    def do_offer(self, module):
        self.modules[module].offered = True
        return "ok"

    def do_check_old_code(self, module):
        return "true" if self.modules[module].old else "false"

    def do_spawn(self, process, where, traits):
        if process in self.processes:
            return "no_effect"
        new = Process(process)
        kind = where["name"]
        if kind == "on_fun":
            if where["fun"] not in self.funs:
                return "no_effect"
            module, identity = self.funs[where["fun"]]
            new.call = {"module": module, "identity": identity}
        elif kind in ("in_module", "in_on_load"):
            row = self.modules[where["module"]]
            code = row.current if kind == "in_module" else row.pending
            if code is None:
                new.signals.append(("exit", "undef"))
            elif where.get("residence") != "fun_only":
                new.code = (where["module"], code[0])
        self.processes[process] = new
        return "ok"

    def alive(self, process):
        found = self.processes.get(process)
        return found if found and found.alive else None

    def acting(self, process):
        """The process, if it can do something of its own now. It does one thing after the other: a call that is due comes first."""
        found = self.alive(process)
        if found and not found.paused:
            self.due_call(found)
        return found if found and process != PURGER and found.acts() else None

    def do_leave(self, process):
        found = self.acting(process)
        if not found:
            return "no_effect"
        if found.code:
            current = self.modules[found.code[0]].current
            found.code = (found.code[0], current[0]) if current else None
        return "ok"

    def do_exit(self, process):
        found = self.acting(process)
        if not found:
            return "no_effect"
        self.end(found, "normal")
        return "ok"

    def do_kill(self, process):
        found = self.alive(process)
        if not found:
            return "no_effect"
        found.signals.append(("kill",))
        return "ok"

    def do_alive(self, process):
        return "true" if self.alive(process) else "false"

    def do_pause(self, process):
        found = self.alive(process)
        if not found or process == PURGER:
            return "no_effect"
        found.paused = True
        return "ok"

    def do_resume(self, process):
        found = self.alive(process)
        if not found or not found.paused:
            return "no_effect"
        found.paused = False
        return "ok"

    def do_suspend(self, process, now=True):
        found = self.alive(process)
        if not found or process == PURGER or found.suspended == now:
            return "no_effect"
        found.suspended = now
        return "ok"

    def do_unsuspend(self, process):
        return self.do_suspend(process, False)

    def do_make_fun(self, fun, module):
        current = self.modules[module].current
        if not current:
            return "undefined"
        self.funs[fun] = (module, current[1])
        return "ok"

    def do_call_fun(self, call, process, fun):
        found = self.acting(process)
        if not found or fun not in self.funs:
            return "no_effect"
        module, identity = self.funs[fun]
        found.call = {"name": call, "module": module, "identity": identity}
        return "ok"

    def do_call(self, call, process, module):
        found = self.acting(process)
        if not found:
            return "no_effect"
        found.call = {"name": call, "module": module}
        return "ok"

    def send(self, sender, *message):
        if sender != PURGER and not self.acting(sender):
            return "no_effect"
        self.mailbox.append(message)
        return "ok"

    def do_purge(self, request, module, sender):
        return self.send(sender, "purge", module, sender, "hard", request)

    def do_soft_purge(self, request, module, sender):
        return self.send(sender, "soft_purge", module, sender, "soft", request)

    def do_finish_after_on_load(self, request, module, keep, sender):
        return self.send(sender, "finish_after_on_load", module, sender, keep, request)

    def do_test_purge(self, request, module, type, sender):
        return self.send(sender, "test_purge", module, sender, type, request)

    def do_continue(self, ref, sender):
        return self.send(sender, "continue", ref)

    def do_complete(self, ref, sender):
        return self.send(sender, "complete", ref)

    def do_junk(self, kind):
        tags = {"malformed_purge": "purge", "malformed_soft_purge": "soft_purge", "malformed_test_purge": "test_purge",
                "malformed_finish": "finish_after_on_load", "non_atom_module": "purge", "non_pid_from": "purge",
                "non_boolean_keep": "finish_after_on_load", "soft_purge_non_atom_module": "soft_purge",
                "test_purge_non_pid_from": "test_purge", "finish_non_atom_module": "finish_after_on_load"}
        return self.send(PURGER, tags.get(kind, "junk"), kind)

    def do_forge_down(self, process):
        return self.send(PURGER, "DOWN", -1)

    def do_forge_check_reply(self, process, refers):
        return self.send(PURGER, "check_process_code", -1, process, refers)

    def do_hold(self):
        self.held = True
        return "ok"

    def do_release(self):
        self.held = False
        return "ok"

    def do_stall_prepare(self):
        self.stalled = True
        return "ok"

    def do_unstall(self):
        self.stalled = False
        return "ok"

    # ------------------------------------------------------------------ what the harness sees

    def look(self):
        self.run()
        seen, self.seen = self.seen, []
        return seen

    def quiet(self):
        suspended = sorted(p.name for p in self.processes.values() if p.alive and p.call and p.call.get("blocked"))
        if self.down:
            return {"kind": "down", "suspended": []}
        if self.held:
            kind = "blocked"
        elif self.state == "check":
            kind = "blocked" if any(p.alive and p.paused for p in self.processes.values()) else "stalled"
        else:
            kind = self.state
        return {"kind": kind, "suspended": suspended}


def answer(request, state):
    """One request of the protocol; the id is put in by the caller."""
    op = request["op"]
    if op == "hello":
        return {"protocol": 1, "subject": {"name": "purger.py" + (", " + state["broken"] if state["broken"] else ""), "version": "1.0"},
                "profile": "seed", "profiles": list(PROFILES), "limits": {"processes": 1000}, "repeatable": True,
                "capabilities": ["pause", "hold", "stall-prepare", "effects", "suspend", "on-load", "funs", "traits", "forge", "junk",
                                 "kill-purger", "purger-code", "purger-as-sender", "kill-limit", "auto-load"]}
    if op == "reset":
        state["node"] = Node(state["broken"], request["profile"], request["kill_limit"], request["effects"])
        return {}
    if op == "apply":
        return {"response": state["node"].apply(request["stimulus"])}
    if op == "poll":
        return {"seen": state["node"].look()}
    if op == "settle":
        return {"seen": state["node"].look(), "quiet": state["node"].quiet()}
    if op == "bye":
        return {}
    return {"error": "unknown operation " + op}


def main():
    listed = "\n".join("  %-15s %s" % one for one in BROKEN.items())
    parser = argparse.ArgumentParser(description="A small purger that speaks Codepurger's protocol.", epilog="mistakes:\n" + listed,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broken", choices=BROKEN, metavar="NAME", help="make one mistake")
    state = {"broken": parser.parse_args().broken}
    for line in sys.stdin:
        request = json.loads(line)
        # Flushed at once: the suite waits for it.
        print(json.dumps({"id": request["id"], **answer(request, state)}), flush=True)
        if request["op"] == "bye":
            break


if __name__ == "__main__":
    main()
