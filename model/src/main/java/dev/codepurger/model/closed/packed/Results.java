package dev.codepurger.model.closed.packed;

import dev.codepurger.model.purger.Result;
import java.util.List;

/** What a request can be answered with, as numbers from 1. */
final class Results {

    static final int NO_CODE = 1;
    static final int PURGED = 2;
    static final int KILLED = 3;
    static final int GONE = 4;
    static final int REFUSED = 5;
    static final int OK = 6;
    static final int ERROR = 7;
    static final int LAST = ERROR;

    private static final List<Result> ALL = List.of(new Result.Hard(false, false), new Result.Hard(true, false),
            new Result.Hard(true, true),
            new Result.Soft(true), new Result.Soft(false), new Result.Ok(), new Result.NoPendingOnLoad());

    private Results() {}

    static Result result(int number) {
        return ALL.get(number - 1);
    }

    static int number(Result result) {
        int number = ALL.indexOf(result) + 1;
        if (number == 0) {
            throw new IllegalArgumentException("nobody is answered " + result);
        }
        return number;
    }
}
