---- MODULE MC_crowd_4m ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "q", "r", "c", "t"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "r" :> "old"
 @@ "c" :> "remote"
 @@ "t" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "r" :> <<>>
 @@ "c" :> <<"soft", "purge">>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {}
 @@ "q" :> {"die"}
 @@ "r" :> {"leave"}
 @@ "c" :> {}
 @@ "t" :> {"die", "eager"}
====
