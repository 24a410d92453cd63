"""Runs a command and writes what it and everything it started cost: cost.py RESULT INTERVAL COMMAND...

All descendants, orphans included, end as children of this process, so that the kernel adds up the CPU time of every one of
them. With an interval above 0 the memory of the tree is read that often, in seconds. The result is one line:
wall-seconds CPU-seconds exit-code processes-left-behind peak-PSS-MiB peak-RSS-MiB
"""
import ctypes
import os
import resource
import signal
import sys
import time

SUBREAPER = 36
PATIENCE = 5.0


def parents():
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    found[int(name)] = int(stat.read().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                pass
    return found


def descendants():
    up = parents()
    tree, grown = {os.getpid()}, True
    while grown:
        more = {pid for pid, parent in up.items() if parent in tree} - tree
        grown = bool(more)
        tree |= more
    return tree - {os.getpid()}


def memory():
    total = {"Pss:": 0, "Rss:": 0}
    for pid in descendants():
        try:
            with open(f"/proc/{pid}/smaps_rollup") as rollup:
                for line in rollup:
                    words = line.split()
                    if words[0] in total:
                        total[words[0]] += int(words[1])
        except OSError:
            pass
    return total["Pss:"] / 1024, total["Rss:"] / 1024


def reap(flags):
    """The next child that has ended, (0, 0) if none has, None if there is none left."""
    try:
        return os.waitpid(-1, flags)
    except ChildProcessError:
        return None


def main(result, interval, command):
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    interval, peak, code = float(interval), (0.0, 0.0), None
    start = time.monotonic()
    first = os.posix_spawnp(command[0], command, os.environ)
    while code is None:
        pid, status = reap(os.WNOHANG if interval else 0)
        if pid == first:
            code = os.waitstatus_to_exitcode(status)
        elif pid == 0:
            peak = tuple(max(pair) for pair in zip(peak, memory()))
            time.sleep(interval)
    wall, left = time.monotonic() - start, 0
    while (ended := reap(os.WNOHANG)) is not None:
        if ended[0] == 0:
            time.sleep(0.02)
            if time.monotonic() - start - wall > PATIENCE:
                for pid in descendants():
                    left += 1
                    os.kill(pid, signal.SIGKILL)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(result, "w") as out:
        out.write(f"{wall:.3f} {usage.ru_utime + usage.ru_stime:.3f} {code} {left} {peak[0]:.1f} {peak[1]:.1f}\n")
    sys.exit(code if code >= 0 else 128 - code)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
