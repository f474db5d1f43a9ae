---- MODULE MC_loads ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 1
MCLimit == 1

MCNames == {"p", "q", "c", "d"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "current"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"purge", "purge">>
 @@ "d" :> <<"soft">>
MCMay ==
    "p" :> {"leave"}
 @@ "q" :> {"leave"}
 @@ "c" :> {}
 @@ "d" :> {}
====
