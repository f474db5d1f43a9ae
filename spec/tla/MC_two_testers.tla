---- MODULE MC_two_testers ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "t", "u", "c"}
MCPlace ==
    "p" :> "old"
 @@ "t" :> "remote"
 @@ "u" :> "remote"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "t" :> <<"test">>
 @@ "u" :> <<"softtest">>
 @@ "c" :> <<"purge">>
MCMay ==
    "p" :> {}
 @@ "t" :> {}
 @@ "u" :> {"die"}
 @@ "c" :> {}
====
