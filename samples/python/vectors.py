#!/usr/bin/env python3
"""Runs the test vectors of spec/vectors against an adapter, without anything else of Codepurger.

    python3 samples/python/vectors.py spec/vectors -- python3 samples/python/purger.py

Python 3.8 or newer, no libraries. spec/vectors/README.md says what a vector is, spec/protocol/PROTOCOL.md what an adapter understands.
Exit codes: 0 every vector that ran passed, 1 one failed, 2 wrong usage, 3 the adapter could not tell, or did not answer in time.
"""
import argparse
import fnmatch
import json
import pathlib
import queue
import subprocess
import sys
import threading

# The profiles that have a limit of requests in flight.
LIMITING = ("otp-25", "otp-25-hardened")
STATUSES = ("passed", "failed", "inconclusive", "skipped", "too big")


class Stop(Exception):
    """Ends a vector: how it ended, and why."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Adapter:
    """A process that speaks the protocol."""

    def __init__(self, command, timeout):
        self.timeout = timeout
        self.asked = 0
        try:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        except OSError as problem:
            print("vectors.py: cannot start %s: %s" % (command[0], problem.strerror), file=sys.stderr)
            sys.exit(2)
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        try:
            for line in self.process.stdout:
                self.lines.put(line)
        except ValueError:
            pass
        self.lines.put("")

    def ask(self, op, **body):
        self.asked += 1
        try:
            self.process.stdin.write(json.dumps({"id": self.asked, "op": op, **body}) + "\n")
            self.process.stdin.flush()
            line = self.lines.get(timeout=self.timeout)
        except (OSError, queue.Empty) as problem:
            raise Stop("inconclusive" if isinstance(problem, queue.Empty) else "failed", "no answer to " + op)
        if not line:
            raise Stop("failed", "the adapter ended instead of answering " + op)
        try:
            answer = json.loads(line)
        except ValueError:
            raise Stop("failed", "not JSON: " + repr(line[:200]))
        if not isinstance(answer, dict) or answer.get("id") != self.asked:
            raise Stop("failed", "not an answer to request %d: %r" % (self.asked, line[:200]))
        if "error" in answer:
            raise Stop("failed", "the adapter cannot carry out %s: %s" % (op, answer["error"]))
        return answer

    def end(self):
        self.process.kill()
        self.process.wait()


def plain(value):
    """The same, with the lists that are sets in order."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return sorted(value) if isinstance(value, list) else value


class Walk:
    """Follows a subject through the nodes of a vector."""

    def __init__(self, vector):
        self.nodes = vector["nodes"]
        self.outcomes = [plain(one) for one in vector["outcomes"]]
        self.node = 0

    def go(self, shown):
        """Follows the one edge that is this outcome; if there is none it was not legal."""
        for outcome, target in self.nodes[self.node]:
            if self.outcomes[outcome] == plain(shown):
                self.node = target
                return
        legal = [json.dumps(self.outcomes[outcome]) for outcome, _ in self.nodes[self.node]]
        raise Stop("failed", "not legal here: %s\n  legal would have been: %s" % (json.dumps(shown), "\n    or ".join(legal) or "nothing"))

    def all(self, seen):
        for one in seen:
            self.go({"seen": one})


def play(vector, profile, adapter):
    """Plays one vector on a fresh node; raises Stop unless all is legal."""
    limits = {"kill_limit": vector["kill_limit"]}
    if profile in LIMITING:
        limits["requests_in_flight"] = vector.get("requests_in_flight", 100)
    adapter.ask("reset", profile=profile, effects=vector["effects"], seed=1, settings={}, **limits)
    walk = Walk(vector)
    for number, step in enumerate(vector["steps"], 1):
        try:
            if "apply" in step:
                answer = adapter.ask("apply", stimulus=step["apply"])
                walk.all(answer.get("before", []))
                walk.go({"response": answer["response"]})
            elif "poll" in step:
                walk.all(adapter.ask("poll")["seen"])
            else:
                answer = adapter.ask("settle", timeout_ms=int(adapter.timeout * 1000))
                walk.all(answer["seen"])
                if "quiet" not in answer:
                    raise Stop("inconclusive", "it did not come to rest")
                walk.go({"quiet": answer["quiet"]})
        except KeyError as missing:
            raise Stop("failed", "at step %d: %s is missing in the answer" % (number, missing))
        except Stop as stop:
            raise Stop(stop.status, "at step %d, %s: %s" % (number, json.dumps(step), stop.reason))


def reason_to_skip(vector, profile, capabilities):
    if profile not in vector["profiles"]:
        return "it is for %s" % ", ".join(vector["profiles"])
    missing = [one for one in vector["needs"] if one not in capabilities]
    return "the subject lacks " + ", ".join(missing) if missing else None


def vectors(paths, pattern):
    for path in paths:
        for file in sorted(path.glob("*.ndjson")) if path.is_dir() else [path]:
            for line in file.read_text(encoding="utf-8").splitlines():
                vector = json.loads(line)
                if any(fnmatch.fnmatchcase(name, pattern) for name in [vector["case"], *vector["rules"]]):
                    yield vector


def run(options):
    """Plays all vectors; gives how often each status came up."""
    counts = dict.fromkeys(STATUSES, 0)
    adapter = None
    for vector in vectors(options.vectors, options.cases):
        try:
            if adapter is None:
                adapter = Adapter(options.command, options.timeout)
                hello = adapter.ask("hello", protocol=1)
            profile = options.profile or hello["profile"]
            reason = reason_to_skip(vector, profile, hello["capabilities"])
            if reason:
                raise Stop("skipped", reason)
            if "nodes" not in vector:
                raise Stop("too big", "more is legal than can be listed")
            play(vector, profile, adapter)
            status = "passed"
        except Stop as stop:
            status = stop.status
            if status != "skipped" or options.verbose:
                print("%s %s (%s): %s" % (status.upper(), vector["case"], ", ".join(vector["rules"]), stop.reason))
            # After a wrong answer nobody knows what it will say next.
            if status in ("failed", "inconclusive") and adapter:
                adapter.end()
                adapter = None
        counts[status] += 1
    if adapter:
        adapter.end()
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", nargs="+", type=pathlib.Path, help="files of vectors, or folders of them")
    parser.add_argument("--profile", help="what is judged by (default: what the adapter claims)")
    parser.add_argument("--cases", default="*", metavar="PATTERN", help="only these cases: a case id or a rule id, * and ? allowed")
    parser.add_argument("--timeout", type=float, default=10, metavar="S", help="seconds that the adapter may take for one thing")
    parser.add_argument("--verbose", action="store_true", help="also say what is skipped, and why")
    arguments = sys.argv[1:]
    if "--" not in arguments:
        parser.error("wants -- and the command of an adapter")
    at = arguments.index("--")
    options = parser.parse_args(arguments[:at])
    options.command = arguments[at + 1:]
    if not options.command:
        parser.error("wants the command of an adapter after --")
    counts = run(options)
    print(", ".join("%s %d" % one for one in counts.items()))
    if sum(counts.values()) == 0:
        parser.error("no vector fits " + options.cases)
    return 1 if counts["failed"] else 3 if counts["inconclusive"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
