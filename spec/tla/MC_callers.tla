---- MODULE MC_callers ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "q", "c"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "current"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"soft", "purge">>
MCMay ==
    "p" :> {"call", "leave"}
 @@ "q" :> {"call", "die"}
 @@ "c" :> {}
====
