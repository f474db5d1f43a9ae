---- MODULE MC_forged_down ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "s", "c"}
MCPlace ==
    "p" :> "old"
 @@ "s" :> "old"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "s" :> <<"forged">>
 @@ "c" :> <<"purge", "soft">>
MCMay ==
    "p" :> {}
 @@ "s" :> {"leave"}
 @@ "c" :> {}
====
