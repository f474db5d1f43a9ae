---- MODULE MC_finish_twice ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == FALSE
MCHasPending == TRUE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "f", "g"}
MCPlace ==
    "p" :> "old"
 @@ "f" :> "remote"
 @@ "g" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "f" :> <<"discard">>
 @@ "g" :> <<"keep", "purge">>
MCMay ==
    "p" :> {}
 @@ "f" :> {}
 @@ "g" :> {}
====
