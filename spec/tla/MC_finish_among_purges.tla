---- MODULE MC_finish_among_purges ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == FALSE
MCHasPending == TRUE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "c", "f"}
MCPlace ==
    "p" :> "old"
 @@ "c" :> "remote"
 @@ "f" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "c" :> <<"purge">>
 @@ "f" :> <<"keep">>
MCMay ==
    "p" :> {}
 @@ "c" :> {"again"}
 @@ "f" :> {}
====
