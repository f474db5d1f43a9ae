---- MODULE MC_on_load_fails ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == FALSE
MCHasPending == TRUE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "q", "f"}
MCPlace ==
    "p" :> "pending"
 @@ "q" :> "old"
 @@ "f" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "f" :> <<"discard", "soft">>
MCMay ==
    "p" :> {}
 @@ "q" :> {"leave"}
 @@ "f" :> {}
====
