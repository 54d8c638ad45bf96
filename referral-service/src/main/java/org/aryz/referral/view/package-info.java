/** Read models of the referral service, written in the transaction of the append and read by Hibernate Reactive. */
@NullMarked
package org.aryz.referral.view;

import org.jspecify.annotations.NullMarked;
