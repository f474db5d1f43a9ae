---- MODULE MC_endless ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == -1
MCLimit == 1

MCNames == {"p", "q", "c"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "current"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"purge", "soft">>
MCMay ==
    "p" :> {"return"}
 @@ "q" :> {"return", "leave"}
 @@ "c" :> {"again"}
====
