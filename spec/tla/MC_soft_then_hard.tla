---- MODULE MC_soft_then_hard ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 2

MCNames == {"p", "q", "c", "d"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"soft">>
 @@ "d" :> <<"purge">>
MCMay ==
    "p" :> {}
 @@ "q" :> {"leave"}
 @@ "c" :> {}
 @@ "d" :> {}
====
