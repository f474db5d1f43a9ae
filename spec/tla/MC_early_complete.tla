---- MODULE MC_early_complete ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "t"}
MCPlace ==
    "p" :> "old"
 @@ "t" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {"leave"}
 @@ "t" :> {"eager"}
====
